package org.crossborough.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.SubmissionPublisher;
import org.crossborough.gateway.testing.FakePlatform;
import org.crossborough.gateway.testing.RawHttp;
import org.crossborough.gateway.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Who sends slowly, or leaves in the middle, takes nothing from the others. */
@QuarkusTest
@WithTestResource(FakePlatform.class)
class SlowCallersComponentTest {

  /** As {@link FakePlatform} sets it. */
  private static final int UPLOADS = 4;

  private static final int MORE_THAN_GATHERED = 20_000;
  private static final int BREAKS = 8;

  @Inject MeterRegistry meters;

  // The test framework sets it.
  @SuppressWarnings("NullAway")
  @TestHTTPResource(tls = true)
  private URL door;

  private static RequestSpecification asAssessor() {
    return given().auth().oauth2(Tokens.of("demo-assessor"));
  }

  /** A request whose body begins and does not go on. */
  private static Socket begun(int length, int sent) {
    String head =
        "POST /v1/referrals/upload HTTP/1.1\r\nHost: door.example\r\nContent-Length: %d\r\n"
                .formatted(length)
            + "Authorization: Bearer %s\r\n\r\n".formatted(Tokens.of("demo-assessor"));
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write((head + "x".repeat(sent)).getBytes(StandardCharsets.US_ASCII));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String answerTo(Socket socket) {
    try (socket) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int uploadsBegun() {
    return asAssessor().get("/v1/referrals/uploads").then().extract().path("begun");
  }

  private static int statusOfUpload() {
    return asAssessor()
        .contentType("application/octet-stream")
        .body(new byte[2 * MORE_THAN_GATHERED])
        .post("/v1/referrals/upload")
        .statusCode();
  }

  @Test
  void a_service_hears_nothing_of_a_body_that_does_not_come() {
    int before = uploadsBegun();

    String answer = answerTo(begun(100, 1));

    assertThat(answer).startsWith("HTTP/1.1 408 ");
    assertThat(uploadsBegun()).isEqualTo(before);
  }

  @Test
  void long_bodies_take_some_of_the_connections_and_never_all() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> {
          List<Socket> senders = new ArrayList<>();
          for (int sender = 0; sender <= UPLOADS; sender++) {
            senders.add(begun(100_000, MORE_THAN_GATHERED));
          }
          asAssessor().body("{}").post("/v1/referrals").then().statusCode(200);
          List<String> answers = senders.stream().map(SlowCallersComponentTest::answerTo).toList();
          return answers.stream()
              .anyMatch(answer ->
                  answer.startsWith("HTTP/1.1 503 ")
                      && answer.toLowerCase(Locale.ROOT).contains("retry-after: 2"));
        });

    await().atMost(Duration.ofMinutes(1)).until(() -> statusOfUpload() == 200);
  }

  @Test
  void callers_who_leave_in_the_middle_are_no_fault_of_the_service() throws IOException {
    for (int broken = 0; broken < BREAKS; broken++) {
      int before = uploadsBegun();
      try (Socket _ = begun(100_000, MORE_THAN_GATHERED)) {
        await().atMost(Duration.ofSeconds(20)).until(() -> uploadsBegun() > before);
      }
    }

    for (int request = 0; request < BREAKS; request++) {
      asAssessor().get("/v1/referrals").then().statusCode(200);
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> statusOfUpload() == 200);
  }

  @Test
  void an_answer_that_nobody_takes_is_given_up_and_its_connection_with_it() throws IOException {
    int before = endings();
    long goneBefore = gone();
    List<String> lines =
        List.of(
            "GET /v1/referrals/endless HTTP/1.1",
            "Host: door.example",
            "Authorization: Bearer " + Tokens.of("demo-assessor"),
            "",
            "");
    String request = String.join("\r\n", lines);

    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      await().atMost(Duration.ofMinutes(1)).until(() -> endings() > before);

      assertThat(socket.isClosed()).as("it was not this side that left").isFalse();
      await().until(() -> gone() > goneBefore);
    }
  }

  /**
   * Requests that are over without an answer: one that never is would keep a process from ending.
   */
  private long gone() {
    return meters.find("crossborough.gateway.requests").tag("status", "499").timers().stream()
        .mapToLong(Timer::count)
        .sum();
  }

  @Test
  void over_http_2_a_body_that_does_not_come_costs_its_sender_nothing_else() throws Exception {
    try (HttpClient client = FakePlatform.trusting().version(HttpClient.Version.HTTP_2).build();
        SubmissionPublisher<ByteBuffer> body = new SubmissionPublisher<>()) {
      HttpRequest read = overHttp2("/v1/referrals").build();
      HttpResponse<String> before = client.send(read, BodyHandlers.ofString());
      assertThat(before.version()).isEqualTo(HttpClient.Version.HTTP_2);
      HttpRequest slow =
          overHttp2("/v1/referrals/upload").POST(BodyPublishers.fromPublisher(body)).build();

      HttpResponse<String> refused = client.send(slow, BodyHandlers.ofString());
      HttpResponse<String> after = client.send(read, BodyHandlers.ofString());

      assertThat(refused.statusCode()).isEqualTo(408);
      assertThat(after.statusCode()).isEqualTo(200);
      assertThat(after.connectionLabel()).isEqualTo(before.connectionLabel());
    }
  }

  private HttpRequest.Builder overHttp2(String path) throws URISyntaxException {
    return HttpRequest.newBuilder(door.toURI().resolve(path))
        .header("Authorization", "Bearer " + Tokens.of("demo-assessor"))
        .timeout(Duration.ofSeconds(20));
  }

  private static int endings() {
    return asAssessor().get("/v1/referrals/endings").then().extract().path("endless");
  }

  @Test
  void a_long_body_arrives_as_it_was_sent() throws NoSuchAlgorithmException {
    byte[] sent = new byte[500_000];
    new Random(7).nextBytes(sent);

    asAssessor()
        .contentType("application/octet-stream")
        .body(sent)
        .post("/v1/referrals")
        .then()
        .body("bytes", equalTo(sent.length))
        .body(
            "sha256",
            equalTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sent))));
  }

  @Test
  void a_body_that_was_awaited_says_its_length_in_one_way() {
    String head =
        "POST /v1/referrals HTTP/1.1\nAuthorization: Bearer %s\nTransfer-Encoding: chunked";
    String answer =
        RawHttp.whole(head.formatted(Tokens.of("demo-assessor")), "2\r\n{}\r\n0\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 200 ")
        .contains("\"bytes\":2", "\"content-length\":\"2\"")
        .doesNotContain("transfer-encoding\"");
    assertThat(RawHttp.whole(head.formatted(Tokens.of("demo-assessor")), "0\r\n\r\n"))
        .startsWith("HTTP/1.1 200 ")
        .contains("\"bytes\":0");
  }

  @Test
  void a_request_without_a_body_gets_none() {
    asAssessor()
        .get("/v1/referrals")
        .then()
        .body("headers.content-length", nullValue())
        .body("headers.transfer-encoding", nullValue());
  }
}
