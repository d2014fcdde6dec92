package org.crossborough.gateway.connections;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.crossborough.gateway.testing.FakePlatform;
import org.junit.jupiter.api.Test;

/** Who opens connections and hardly speaks takes none from the others. */
@QuarkusTest
@WithTestResource(FakePlatform.class)
class ConnectionsComponentTest {

  @TestHTTPResource(tls = true)
  @SuppressWarnings("NullAway") // The test framework sets it.
  private URL door;

  /** As {@link FakePlatform} sets it. */
  private static final int PER_ADDRESS = 5;

  private static final int PATIENCE_MILLIS = 20_000;
  private static final String LIVE = "GET /q/health/live HTTP/1.1\r\nHost: door.example\r\n";

  /** Addresses of this machine that are counted, each for one test. */
  private static Socket from(String address) throws IOException {
    Socket socket =
        new Socket(
            InetAddress.getLoopbackAddress(), RestAssured.port, InetAddress.getByName(address), 0);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean isAnswered(Socket socket) throws IOException {
    try {
      send(socket, LIVE + "\r\n");
      return socket.getInputStream().read(new byte[8192]) > 0;
    } catch (SocketException _) {
      return false;
    }
  }

  private static boolean isClosed(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException _) {
      return true;
    }
  }

  private static void closeAll(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void one_address_holds_so_many_connections_and_no_more() throws IOException {
    List<Socket> held = new ArrayList<>();
    for (int connection = 0; connection < PER_ADDRESS; connection++) {
      held.add(from("127.0.0.21"));
    }
    assertThat(isAnswered(held.getLast())).isTrue();

    try (Socket beyond = from("127.0.0.21");
        Socket neighbour = from("127.0.0.22")) {
      assertThat(isAnswered(beyond)).isFalse();
      assertThat(isAnswered(neighbour)).isTrue();
    }
    assertThat(isAnswered(held.getFirst())).as("those that are held go on").isTrue();

    closeAll(held);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          try (Socket again = from("127.0.0.21")) {
            return isAnswered(again);
          }
        });
  }

  @Test
  void addresses_that_are_excepted_hold_more() throws IOException {
    List<Socket> held = new ArrayList<>();
    for (int connection = 0; connection < 3 * PER_ADDRESS; connection++) {
      held.add(from("127.0.0.1"));
    }

    for (Socket connection : held) {
      assertThat(isAnswered(connection)).isTrue();
    }
    closeAll(held);
  }

  @Test
  void a_head_that_comes_byte_by_byte_is_cut_off_while_others_are_served() throws IOException {
    try (Socket slow = from("127.0.0.23")) {
      send(slow, LIVE + "X-Slow: ");
      slow.setSoTimeout(100);

      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> {
            given().get("/q/health/live").then().statusCode(200);
            return isCutOff(slow);
          });
    }
  }

  /** One more byte, to be no silent connection. */
  private static boolean isCutOff(Socket slow) throws IOException {
    try {
      send(slow, "x");
      return isEnded(slow);
    } catch (SocketTimeoutException _) {
      return false;
    } catch (SocketException _) {
      return true;
    }
  }

  /** Speaks HTTP/2 with the door, its preface and settings sent. */
  private SSLSocket overHttp2() throws IOException {
    try (HttpClient client = FakePlatform.trusting().build()) {
      SSLSocket socket =
          (SSLSocket)
              client
                  .sslContext()
                  .getSocketFactory()
                  .createSocket(InetAddress.getLoopbackAddress(), door.getPort());
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      assertThat(socket.getApplicationProtocol()).isEqualTo("h2");
      send(socket, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
      socket.getOutputStream().write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});
      socket.setSoTimeout(100);
      return socket;
    }
  }

  @Test
  void so_is_one_of_http_2_and_a_silent_connection_is_not() throws IOException {
    try (SSLSocket silent = overHttp2();
        SSLSocket slow = overHttp2()) {
      // The head of a first request: 16,000 bytes of it are announced.
      slow.getOutputStream().write(new byte[] {0, 0x3e, (byte) 0x80, 1, 5, 0, 0, 0, 1});

      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> isCutOff(slow));
      assertThat(isEnded(silent)).isFalse();
    }
  }

  /** What has been sent is read until no more comes, or until the end. */
  private static boolean isEnded(Socket socket) throws IOException {
    try {
      int last;
      do {
        last = socket.getInputStream().read(new byte[8192]);
      } while (last > 0);
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    }
  }

  @Test
  void so_is_the_second_head_on_a_connection() throws IOException {
    try (Socket slow = from("127.0.0.24")) {
      assertThat(isAnswered(slow)).isTrue();
      send(slow, LIVE);

      assertThat(isClosed(slow)).isTrue();
    }
  }

  @Test
  void a_connection_that_says_nothing_stays_longer_than_a_head_may_take() throws IOException {
    try (Socket silent = from("127.0.0.25");
        Socket slow = from("127.0.0.26")) {
      send(slow, LIVE);

      assertThat(isClosed(slow)).isTrue();
      assertThat(isAnswered(silent)).isTrue();
    }
  }

  @Test
  void in_clear_there_is_one_version_of_the_protocol() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/health"))
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      assertThat(answer.statusCode()).isEqualTo(404);
    }
  }

  @Test
  void what_holds_when_nobody_says_otherwise() {
    ConnectionsConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(ConnectionsConfig.class)
            .withConverter(Duration.class, 100, new DurationConverter())
            .build()
            .getConfigMapping(ConnectionsConfig.class);

    assertThat(config.perAddress()).isEqualTo(1000);
    assertThat(config.headPatience()).isEqualTo(Duration.ofSeconds(20));
    assertThat(config.uncounted()).containsExactlyInAnyOrder("127.0.0.1/32", "::1/128");
  }
}
