package org.crossborough.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.crossborough.gateway.testing.FakePlatform;
import org.crossborough.gateway.testing.RawHttp;
import org.crossborough.gateway.testing.Tokens;
import org.junit.jupiter.api.Test;

/** What the door does for and against every caller. */
@QuarkusTest
@WithTestResource(FakePlatform.class)
class DoorComponentTest {

  private static RequestSpecification asAssessor() {
    return given().auth().oauth2(Tokens.of("demo-assessor"));
  }

  @Test
  void a_client_that_asks_too_often_is_told_when_to_come_again() {
    RequestSpecification often = given().auth().oauth2(Tokens.of("demo-borough-lambeth"));
    for (int request = 0; request < 8; request++) {
      int status = often.get("/v1/referrals").statusCode();
      assertThat(status).isIn(200, 429);
    }

    often
        .get("/v1/referrals")
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .header("Retry-After", matchesPattern("[1-9][0-9]*"))
        .header("RateLimit-Policy", "\"client\";q=1;w=1")
        .header("RateLimit", "\"client\";r=0;t=1")
        .body("type", equalTo("/problems/gateway/too-many-requests"));
    asAssessor().get("/v1/referrals").then().statusCode(200);
  }

  @Test
  void every_answer_says_how_much_is_left() {
    asAssessor()
        .get("/v1/referrals")
        .then()
        .header("RateLimit-Policy", "\"client\";q=5000;w=1")
        .header("RateLimit", matchesPattern("\"client\";r=[0-9]+;t=1"));
  }

  @Test
  void a_service_is_told_until_when_an_answer_is_of_use() {
    Instant wanted = Instant.now().plusSeconds(5);

    asAssessor()
        .header("X-Request-Deadline", wanted.toString())
        .get("/v1/referrals")
        .then()
        .body("headers.x-request-deadline", equalTo(wanted.toString()));
    asAssessor()
        .header("X-Request-Deadline", Instant.now().plusSeconds(3600).toString())
        .get("/v1/referrals")
        .then()
        .body("headers.x-request-deadline", notNullValue());
  }

  @Test
  void nothing_is_begun_for_nobody() {
    asAssessor()
        .header("X-Request-Deadline", "2020-01-01T00:00:00Z")
        .get("/v1/referrals")
        .then()
        .statusCode(504)
        .body("type", equalTo("/problems/gateway/service-timeout"));
  }

  @Test
  void a_caller_s_deadline_ends_the_wait_for_a_silent_service() {
    long began = System.nanoTime();

    asAssessor()
        .header("X-Request-Deadline", Instant.now().plusMillis(400).toString())
        .get("/v1/referrals/silent")
        .then()
        .statusCode(504);

    assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
  }

  @Test
  void a_trace_passes_through() {
    asAssessor()
        .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
        .get("/v1/referrals")
        .then()
        .body("headers.traceparent", containsString("4bf92f3577b34da6a3ce929d0e0e4736"));
    asAssessor().get("/v1/referrals").then().body("headers.traceparent", notNullValue());
  }

  @Test
  void a_page_of_a_named_origin_may_ask_and_no_other() {
    given()
        .header("Origin", "https://front.example")
        .header("Access-Control-Request-Method", "POST")
        .options("/v1/referrals")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Origin", "https://front.example")
        .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
        .header("Vary", "origin");
    given()
        .header("Origin", "https://elsewhere.example")
        .header("Access-Control-Request-Method", "POST")
        .options("/v1/referrals")
        .then()
        .statusCode(401)
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void an_answer_is_compressed_for_those_who_can_read_it() {
    assertThat(encodingOf("/v1/referrals", "demo-assessor")).isEqualTo("gzip");
  }

  @Test
  void but_never_one_about_a_survivor() {
    assertThat(encodingOf("/v1/survivor-cases", "demo-iss-worker")).isIn(null, "identity");
  }

  private static String encodingOf(String path, String name) {
    // Decoded by hand, for the client hides what it has decoded.
    return given()
        .config(
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
        .auth()
        .oauth2(Tokens.of(name))
        .header("Accept-Encoding", "gzip")
        .get(path)
        .header("Content-Encoding");
  }

  @Test
  void cookies_stay_at_the_door() {
    asAssessor()
        .cookie("anything", "x")
        .get("/v1/referrals")
        .then()
        .body("headers.cookie", nullValue());
  }

  @Test
  void a_route_that_will_go_says_so() {
    asAssessor()
        .get("/v1/capacity")
        .then()
        .header("Deprecation", "@1790812800")
        .header("Sunset", "Mon, 05 Apr 2027 00:00:00 GMT");
    asAssessor().get("/v1/referrals").then().header("Deprecation", nullValue());
  }

  @Test
  void headers_beyond_reason_are_refused() {
    String answer = RawHttp.head("GET /v1/referrals HTTP/1.1\nX-Long: " + "x".repeat(20_000));

    assertThat(answer).contains(" 431 ");
    assertThat(RawHttp.head("GET /v1/referrals?x=" + "x".repeat(5000) + " HTTP/1.1"))
        .contains(" 414 ");
  }

  @Test
  void a_sender_who_dawdles_is_cut_off_while_others_are_served() throws IOException {
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      slow.setSoTimeout(20_000);
      String head =
          "POST /v1/referrals HTTP/1.1\r\nHost: door.example\r\nContent-Length: 100\r\n"
              + "Authorization: Bearer "
              + Tokens.of("demo-assessor")
              + "\r\n\r\n{";
      slow.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      asAssessor().get("/v1/referrals").then().statusCode(200);
      InputStream in = slow.getInputStream();
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 408 ").contains("/problems/request/too-slow");
    }
  }
}
