package org.crossborough.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.crossborough.gateway.testing.FakePlatform;
import org.crossborough.gateway.testing.RawHttp;
import org.crossborough.gateway.testing.Tokens;
import org.junit.jupiter.api.Test;

/** What reaches a service, and what comes back. */
@QuarkusTest
@WithTestResource(FakePlatform.class)
class ForwardingComponentTest {

  private static RequestSpecification asAssessor() {
    return given().auth().oauth2(Tokens.of("demo-assessor"));
  }

  @Test
  void each_prefix_reaches_its_own_service() {
    for (Upstream upstream : Upstream.values()) {
      for (String prefix : upstream.prefixes()) {
        asAssessor()
            .urlEncodingEnabled(false)
            .get(prefix + "/0190/history?limit=5&status=A%20B")
            .then()
            .statusCode(200)
            .body("service", equalTo(upstream.service().replace("-service", "")))
            .body("uri", equalTo(prefix + "/0190/history?limit=5&status=A%20B"));
      }
    }
  }

  @Test
  void method_token_and_conditions_arrive_unchanged() {
    String token = Tokens.of("demo-assessor");

    given()
        .auth()
        .oauth2(token)
        .header("Idempotency-Key", "key-1")
        .header("If-Match", "\"3\"")
        .header("X-Purpose", "contact")
        .contentType("application/json")
        .body("{\"a\":1}")
        .put("/v1/sessions/1/register")
        .then()
        .statusCode(200)
        .body("method", equalTo("PUT"))
        .body("bytes", equalTo(7))
        .body("headers.authorization", equalTo("Bearer " + token))
        .body("headers.idempotency-key", equalTo("key-1"))
        .body("headers.if-match", equalTo("\"3\""))
        .body("headers.x-purpose", equalTo("contact"));
  }

  @Test
  void a_megabyte_passes_in_both_directions() {
    asAssessor()
        .contentType("application/octet-stream")
        .body(new byte[1 << 20])
        .post("/v1/referrals")
        .then()
        .statusCode(200)
        .body("bytes", equalTo(1 << 20));

    byte[] answer = asAssessor().get("/v1/referrals/large").asByteArray();

    assertThat(answer)
        .hasSize(1 << 20)
        .endsWith("000000000065535\n".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void a_body_of_unknown_length_passes() {
    String answer =
        RawHttp.exchange(
            "POST /v1/referrals HTTP/1.1\nAuthorization: Bearer " + Tokens.of("demo-assessor"), 16);

    assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"bytes\":1048576");
  }

  @Test
  void an_answer_without_content_stays_without() {
    asAssessor()
        .get("/v1/referrals/nothing")
        .then()
        .statusCode(204)
        .header("Transfer-Encoding", nullValue());
    asAssessor().get("/v1/referrals/1").then().statusCode(200);
  }

  @Test
  void claims_about_the_caller_are_removed_and_the_outer_host_is_named() {
    asAssessor()
        .header("Forwarded", "for=10.0.0.1")
        .header("X-Forwarded-For", "10.0.0.1")
        .header("X-Forwarded-Host", "elsewhere.example")
        .header("X-Forwarded-Proto", "gopher")
        .header("X-Forwarded-User", "somebody")
        .header("X-User-Id", "somebody")
        .header("X-Http-Method-Override", "DELETE")
        .header("X-Original-URL", "/q/metrics")
        .header("Host", "door.example")
        .get("/v1/referrals")
        .then()
        .body("headers.forwarded", nullValue())
        .body("headers.x-forwarded-for", nullValue())
        .body("headers.x-forwarded-user", nullValue())
        .body("headers.x-user-id", nullValue())
        .body("headers.x-http-method-override", nullValue())
        .body("headers.x-original-url", nullValue())
        .body("headers.x-forwarded-host", equalTo("door.example"))
        .body("headers.x-forwarded-proto", equalTo("http"));
  }

  @Test
  void headers_of_one_hop_stay_on_it() {
    String answer =
        RawHttp.exchange(
            """
            GET /v1/referrals HTTP/1.1
            Authorization: Bearer %s
            Connection: Upgrade, X-Hop
            Upgrade: websocket
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            X-Hop: secret
            Proxy-Authorization: Basic eDp5
            TE: trailers
            """
                .formatted(Tokens.of("demo-assessor")));

    assertThat(answer)
        .startsWith("HTTP/1.1 200 ")
        .doesNotContain("\"upgrade\"", "\"x-hop\"", "\"proxy-authorization\"", "\"te\"");
  }

  @Test
  void a_services_own_hop_headers_and_version_stay_inside() {
    asAssessor()
        .get("/v1/referrals/chatty")
        .then()
        .statusCode(200)
        .header("X-Hop", nullValue())
        .header("Server", nullValue())
        .header("ETag", "\"7\"")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff");
  }

  @Test
  void a_service_is_asked_for_the_path_and_never_for_another_host() {
    String answer =
        RawHttp.exchange(
            """
            GET http://elsewhere.example/v1/referrals?limit=1 HTTP/1.1
            Authorization: Bearer %s
            """
                .formatted(Tokens.of("demo-assessor")));

    assertThat(answer).contains("\"uri\":\"/v1/referrals?limit=1\"");
  }

  @Test
  void no_spelling_of_a_path_reaches_what_a_service_keeps_inside() {
    for (String path :
        Arrays.asList(
            "/q/openapi",
            "/v1/referrals/../../q/metrics",
            "/v1/referrals/%2e%2e/%2e%2e/q/metrics",
            "/v1/referrals/..%2f..%2fq/metrics",
            "/v1/../q/metrics",
            "//q/metrics")) {
      String answer =
          RawHttp.exchange(
              "GET %s HTTP/1.1\nAuthorization: Bearer %s"
                  .formatted(path, Tokens.of("demo-assessor")));

      assertThat(answer)
          .as(path)
          .startsWith("HTTP/1.1 404 ")
          .contains("/problems/request/not-found");
    }
  }
}
