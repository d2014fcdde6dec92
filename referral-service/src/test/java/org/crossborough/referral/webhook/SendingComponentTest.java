package org.crossborough.referral.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.referral.webhook.WebhookDelivery.Failure;
import org.crossborough.referral.webhook.WebhookSender.Outcome;
import org.crossborough.referral.webhook.WebhookSender.Signed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Sending to real sockets, without the service around it. */
class SendingComponentTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @AfterAll
  static void close() {
    var _ = VERTX.close();
  }

  @Test
  void the_settings_are_those_that_were_agreed() {
    WebhookConfig config = config(Map.of());

    assertThat(config.allowLoopback()).isFalse();
    assertThat(config.secretKey()).isEmpty();
    assertThat(config.retryAfter())
        .startsWith(Duration.ofSeconds(5))
        .endsWith(Duration.ofHours(24))
        .hasSize(8);
    assertThat(config.deadAfter()).isEqualTo(Duration.ofDays(5));
    assertThat(config.failingAfter()).isEqualTo(3);
    assertThat(config.lease()).isGreaterThan(config.attemptTimeout());
    assertThat(config.keepDeliveries()).isEqualTo(Duration.ofDays(30));
    assertThat(config.previousSecretFor()).isEqualTo(Duration.ofDays(1));
    assertThat(config.subscriptionsPerClient()).isEqualTo(5);
  }

  @Test
  void a_public_name_that_leads_to_an_inner_address_is_not_called() throws Exception {
    try (ServerSocket inner = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      inner.setSoTimeout(500);
      WebhookSender sender = sender(Map.of(), host -> addresses("127.0.0.1"));

      Outcome outcome =
          sender.send("https://hooks.example.org:" + inner.getLocalPort() + "/", message());

      assertThat(outcome.failure()).isEqualTo(Failure.FORBIDDEN_ADDRESS);
      assertThat(connectionTo(inner)).as("a connection").isFalse();
    }
  }

  @Test
  void a_name_with_one_inner_address_is_not_called_at_all() throws Exception {
    WebhookSender sender = sender(Map.of(), host -> addresses("192.0.1.1", "10.0.0.1"));

    assertThat(sender.send("https://hooks.example.org/", message()).failure())
        .isEqualTo(Failure.FORBIDDEN_ADDRESS);
  }

  @Test
  void what_was_allowed_once_is_judged_again_before_it_is_called() throws Exception {
    WebhookSender sender = sender(Map.of(), InetAddress::getAllByName);

    assertThat(sender.send("http://127.0.0.1:1/", message()).failure())
        .isEqualTo(Failure.FORBIDDEN_ADDRESS);
  }

  @Test
  void a_name_that_stands_for_nothing_is_told_apart() throws Exception {
    WebhookSender sender =
        sender(
            Map.of(),
            host -> {
              throw new UnknownHostException(host);
            });

    assertThat(sender.send("https://hooks.example.org/", message()).failure())
        .isEqualTo(Failure.UNKNOWN_HOST);
  }

  @Test
  void an_endless_answer_is_not_read_to_its_end() throws Exception {
    try (ServerSocket endless = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread server =
          Thread.ofVirtual()
              .start(() -> answer(endless, "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1 << 20)));

      Outcome outcome =
          local(Duration.ofSeconds(5))
              .send("http://127.0.0.1:" + endless.getLocalPort() + "/", message());

      assertThat(outcome.status()).isEqualTo(200);
      server.interrupt();
    }
  }

  @Test
  void a_receiver_that_never_answers_is_given_up_in_time() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Outcome outcome =
          local(Duration.ofMillis(300))
              .send("http://127.0.0.1:" + silent.getLocalPort() + "/", message());

      assertThat(outcome.status()).isNull();
      assertThat(outcome.failure()).isIn(Failure.TIMEOUT, Failure.CONNECTION);
    }
  }

  @Test
  void nobody_there_is_a_failed_connection() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    Outcome outcome =
        local(Duration.ofSeconds(5)).send("http://127.0.0.1:" + port + "/", message());

    assertThat(outcome.failure()).isEqualTo(Failure.CONNECTION);
  }

  @Test
  void a_certificate_that_cannot_be_trusted_is_a_failed_connection() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread server = Thread.ofVirtual().start(() -> answer(plain, "HTTP/1.1 200 OK\r\n\r\n"));

      Outcome outcome =
          local(Duration.ofSeconds(5))
              .send("https://127.0.0.1:" + plain.getLocalPort() + "/", message());

      assertThat(outcome.failure()).isEqualTo(Failure.CONNECTION);
      server.interrupt();
    }
  }

  private static WebhookSender local(Duration timeout) {
    return sender(
        Map.of(
            "crossborough.webhook.allow-loopback",
            "true",
            "crossborough.webhook.attempt-timeout",
            timeout.toMillis() + "ms"),
        InetAddress::getAllByName);
  }

  private static WebhookSender sender(Map<String, String> settings, WebhookSender.Names names) {
    WebhookConfig config = config(settings);
    return new WebhookSender(VERTX, new WebhookSecrets(config), config, names);
  }

  private static WebhookConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(WebhookConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(WebhookConfig.class);
  }

  private static Signed message() {
    return new Signed(
        UUID.randomUUID(), Instant.parse("2026-01-06T09:00:00Z"), "{}", List.of(SECRET));
  }

  private static InetAddress[] addresses(String... literals) {
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      addresses[i] = InetAddress.ofLiteral(literals[i]);
    }
    return addresses;
  }

  private static boolean connectionTo(ServerSocket server) throws IOException {
    try (Socket connection = server.accept()) {
      return connection.isConnected();
    } catch (SocketTimeoutException nobody) {
      return false;
    }
  }

  private static void answer(ServerSocket server, String text) {
    try (Socket connection = server.accept()) {
      connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      connection.getOutputStream().flush();
      var _ = connection.getInputStream().read();
    } catch (IOException closed) {
      // The test is over.
    }
  }
}
