package org.crossborough.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.crossborough.gateway.testing.FakePlatform;
import org.crossborough.gateway.testing.RawHttp;
import org.crossborough.gateway.testing.Tokens;
import org.junit.jupiter.api.Test;

/** What the gateway refuses without asking a service. */
@QuarkusTest
@WithTestResource(FakePlatform.class)
class RefusalComponentTest {

  @Test
  void an_unknown_path_is_not_found_with_or_without_a_token() {
    problem(given().get("/v1/nothing").then(), 404, "/problems/request/not-found");
    problem(
        given().auth().oauth2(Tokens.of("demo-assessor")).get("/v1/nothing").then(),
        404,
        "/problems/request/not-found");
    problem(given().get("/docs/nothing").then(), 404, "/problems/request/not-found");
  }

  @Test
  void a_body_beyond_the_limit_is_refused_by_its_declared_length() {
    problem(
        given()
            .auth()
            .oauth2(Tokens.of("demo-assessor"))
            .body(new byte[(2 << 20) + 1])
            .post("/v1/referrals")
            .then(),
        413,
        "/problems/request/too-large");
  }

  @Test
  void a_body_at_the_limit_passes() {
    given()
        .auth()
        .oauth2(Tokens.of("demo-assessor"))
        .body(new byte[2 << 20])
        .post("/v1/referrals")
        .then()
        .statusCode(200)
        .body("bytes", equalTo(2 << 20));
  }

  @Test
  void an_import_may_be_twice_as_large() {
    given()
        .auth()
        .oauth2(Tokens.of("demo-assessor"))
        .body(new byte[4 << 20])
        .post("/v1/referral-imports")
        .then()
        .statusCode(200)
        .body("bytes", equalTo(4 << 20));
    problem(
        given()
            .auth()
            .oauth2(Tokens.of("demo-assessor"))
            .body(new byte[(4 << 20) + 1])
            .post("/v1/referral-imports")
            .then(),
        413,
        "/problems/request/too-large");
  }

  @Test
  void a_body_that_grows_beyond_the_limit_is_refused_on_the_way() {
    String answer =
        RawHttp.exchange(
            "POST /v1/referrals HTTP/1.1\nAuthorization: Bearer " + Tokens.of("demo-assessor"), 33);

    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("/problems/request/too-large");
  }

  @Test
  void a_refusal_is_never_kept_and_never_sniffed() {
    given()
        .get("/v1/referrals")
        .then()
        .statusCode(401)
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  private static void problem(ValidatableResponse answer, int status, String type) {
    answer
        .statusCode(status)
        .contentType("application/problem+json")
        .header("Retry-After", nullValue())
        .body("type", equalTo(type))
        .body("status", equalTo(status))
        .body("code", equalTo(type.substring(type.lastIndexOf('/') + 1)));
    Map<String, ?> members = answer.extract().jsonPath().getMap("$");
    assertThat(members).containsOnlyKeys("type", "title", "status", "code", "correlationId");
  }
}
