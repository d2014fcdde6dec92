package org.crossborough.referral.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.org/crossborough",
        "https://hooks.example.org:8443/a?b=c",
        "HTTPS://hooks.example.org",
        "https://192.0.1.1/",
        "https://[2a00:1450::1]/"
      })
  void a_public_address_over_https_is_sent_to(String url) {
    assertThat(Target.of(url, false)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.org/",
        "ftp://hooks.example.org/",
        "file:///etc/passwd",
        "https:///path",
        "https://user:secret@hooks.example.org/",
        "https://hooks.example.org/#part",
        "https://hooks.example.org:99999/",
        "https://hooks example.org/",
        "hooks.example.org",
        "",
        "https://localhost/",
        "https://LOCALHOST/",
        "https://a.localhost/",
        "https://intranet/",
        "https://127.0.0.1/",
        "https://127.1.2.3:8443/",
        "https://10.0.0.1/",
        "https://172.16.0.1/",
        "https://172.31.255.255/",
        "https://192.168.1.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://224.0.0.1/",
        "https://255.255.255.255/",
        "https://[::1]/",
        "https://[::]/",
        "https://[fe80::1]/",
        "https://[fc00::1]/",
        "https://[fd12:3456::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[64:ff9b::a00:1]/",
        "https://[2002:a00:1::1]/",
        "https://[2001:db8::1]/"
      })
  void everything_else_is_not(String url) {
    assertThat(Target.of(url, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080/", "http://localhost:8080/"})
  void this_machine_is_sent_to_where_a_local_platform_allows_it(String url) {
    assertThat(Target.of(url, true)).isPresent();
    assertThat(Target.of(url, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.0.0.1/", "https://10.0.0.1/", "http://hooks.example.org/"})
  void even_a_local_platform_sends_nowhere_else(String url) {
    assertThat(Target.of(url, true)).isEmpty();
  }

  @Test
  void one_forbidden_address_among_several_forbids_the_name() throws UnknownHostException {
    Target target = Target.of("https://hooks.example.org/", false).orElseThrow();
    InetAddress open = InetAddress.ofLiteral("192.0.1.1");
    InetAddress inner = InetAddress.ofLiteral("10.0.0.1");

    assertThat(target.mayBeCalledAt(new InetAddress[] {open}, false)).isTrue();
    assertThat(target.mayBeCalledAt(new InetAddress[] {open, inner}, false)).isFalse();
    assertThat(target.mayBeCalledAt(new InetAddress[] {}, false)).isFalse();
  }

  @Property
  void no_private_address_of_ten_is_public(@ForAll byte b, @ForAll byte c, @ForAll byte d)
      throws UnknownHostException {
    assertThat(Target.isPublic(InetAddress.getByAddress(new byte[] {10, b, c, d}))).isFalse();
    assertThat(Target.isPublic(InetAddress.getByAddress(new byte[] {127, b, c, d}))).isFalse();
    byte[] unique = new byte[16];
    unique[0] = (byte) 0xFD;
    unique[1] = b;
    unique[15] = d;
    assertThat(Target.isPublic(InetAddress.getByAddress(unique))).isFalse();
  }
}
