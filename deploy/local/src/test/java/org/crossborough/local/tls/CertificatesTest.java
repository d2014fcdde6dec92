package org.crossborough.local.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.StateFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who believes whom on one platform. */
class CertificatesTest {

  @Test
  void services_let_in_the_gateway_alone_and_the_gateway_believes_its_own_authority(
      @TempDir Path folder) throws Exception {
    StateFolder state = StateFolder.at(folder);
    Certificates certificates = new Certificates(state, Passwords.complete(state));

    certificates.ensure();

    Map<String, String> gateway = certificates.ofGateway();
    Map<String, String> services = certificates.ofServices();
    X509Certificate caller = only(gateway, "QUARKUS_TLS_SERVICES_KEY_STORE_P12");
    X509Certificate api = only(services, "QUARKUS_TLS_API_KEY_STORE_P12");
    X509Certificate authority = only(gateway, "QUARKUS_TLS_SERVICES_TRUST_STORE_P12");
    assertThat(only(services, "QUARKUS_TLS_API_TRUST_STORE_P12"))
        .isEqualTo(caller)
        .isNotEqualTo(api);
    assertThat(caller.getIssuerX500Principal())
        .as("a service asks for a certificate by the issuers it trusts")
        .isEqualTo(caller.getSubjectX500Principal());
    caller.verify(caller.getPublicKey());
    api.verify(authority.getPublicKey());
    assertThat(api.getSubjectAlternativeNames().toString()).contains("localhost", "127.0.0.1");
    assertThat(api.getBasicConstraints()).as("signs nobody else").isEqualTo(-1);
    assertThat(certificates.authority()).exists();

    certificates.ensure();
    assertThat(only(gateway, "QUARKUS_TLS_SERVICES_KEY_STORE_P12")).isEqualTo(caller);

    Files.delete(Path.of(gateway.getOrDefault("QUARKUS_TLS_SERVICES_KEY_STORE_P12_PATH", "")));
    certificates.ensure();
    assertThat(only(services, "QUARKUS_TLS_API_TRUST_STORE_P12"))
        .as("what was left by a version that had no such file is made anew, to fit")
        .isEqualTo(only(gateway, "QUARKUS_TLS_SERVICES_KEY_STORE_P12"))
        .isNotEqualTo(caller);
  }

  private static X509Certificate only(Map<String, String> settings, String store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    char[] password = settings.getOrDefault(store + "_PASSWORD", "").toCharArray();
    try (InputStream content =
        Files.newInputStream(Path.of(settings.getOrDefault(store + "_PATH", "")))) {
      keys.load(content, password);
    }
    assertThat(Collections.list(keys.aliases())).hasSize(1);
    return (X509Certificate) keys.getCertificate(keys.aliases().nextElement());
  }
}
