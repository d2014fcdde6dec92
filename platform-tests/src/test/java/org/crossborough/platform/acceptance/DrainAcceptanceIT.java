package org.crossborough.platform.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.crossborough.platform.acceptance.AcceptancePlatform.UnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway that is told to stop: who is being served is served to the end, and then it ends. */
@ExtendWith(AcceptancePlatform.class)
class DrainAcceptanceIT {

  /** {@code quarkus.shutdown.timeout} of the gateway: what is not over by then is given up. */
  private static final Duration LIMIT = Duration.ofSeconds(25);

  private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

  @Test
  void a_request_under_way_is_finished_and_nobody_waits_for_those_who_have_left(UnderTest platform)
      throws Exception {
    String token = platform.platform().tokenOf("demo-borough-islington");
    try (GatewayProcess gateway = GatewayProcess.beside(platform.platform(), Map.of())) {
      URI door = URI.create(gateway.url());
      // A gateway's very first requests may wait a while before they are counted as under way.
      await().atMost(LIMIT).until(() -> isListed(door, token));
      begun(door, token).close();

      try (Socket slow = begun(door, token)) {
        long told = System.nanoTime();
        gateway.tellToStop();
        await().atMost(LIMIT).until(() -> readiness(door) == 503);
        assertThat(gateway.isRunning()).as("while a request is under way").isTrue();

        slow.getOutputStream().write('}');
        String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer)
            .as("the service has seen the whole body, and misses everything in it")
            .startsWith("HTTP/1.1 4")
            .contains("application/problem+json", "violations");

        await().atMost(LIMIT).until(() -> !gateway.isRunning());
        Duration took = Duration.ofNanos(System.nanoTime() - told);
        System.out.printf("The gateway ended %d ms after it was told to%n", took.toMillis());
        assertThat(took).isLessThan(LIMIT);
      }
      assertThatThrownBy(() -> readiness(door)).isInstanceOf(ConnectException.class);
    }
  }

  /** A request that the gateway has begun to read, and whose body lacks its last byte. */
  private static Socket begun(URI door, String token) throws IOException {
    Socket socket = new Socket(InetAddress.getByName(door.getHost()), door.getPort());
    socket.setSoTimeout((int) LIMIT.toMillis());
    String head =
        "POST /v1/referrals HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nIdempotency-Key: drain\r\nContent-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"
            .formatted(door.getAuthority(), token);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    byte[] leave = socket.getInputStream().readNBytes(CONTINUE.length());
    assertThat(new String(leave, StandardCharsets.US_ASCII)).isEqualTo(CONTINUE);
    socket.getOutputStream().write('{');
    return socket;
  }

  private static int readiness(URI door) throws IOException, InterruptedException {
    return status(HttpRequest.newBuilder(door.resolve("/q/health/ready")));
  }

  private static boolean isListed(URI door, String token) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(door.resolve("/v1/referrals?limit=1"));
    return status(request.header("Authorization", "Bearer " + token)) == 200;
  }

  private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }
}
