package org.crossborough.gateway.identity;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.crossborough.gateway.testing.FakePlatform;
import org.crossborough.gateway.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Which tokens open the door, with those of the real provider. */
@QuarkusTest
@WithTestResource(FakePlatform.class)
class TokenCheckComponentTest {

  @Test
  void people_and_machines_of_every_side_come_in() {
    for (String name :
        List.of("demo-borough-islington", "demo-iss-worker", "demo-commissioner-london")) {
      given().auth().oauth2(Tokens.of(name)).get("/v1/referrals").then().statusCode(200);
    }
  }

  @Test
  void without_a_token_nobody_does() {
    unauthenticated(given().get("/v1/referrals"));
    unauthenticated(given().body("{}").post("/v1/at-risk-details"));
    unauthenticated(given().get("/q/metrics"));
    unauthenticated(given().get("/q/health/group/upstreams"));
  }

  @Test
  void nor_with_something_that_only_looks_like_one() {
    String token = Tokens.of("demo-assessor");
    String forged = token.substring(0, token.length() - 8) + "AAAAAAAA";

    unauthenticated(given().auth().oauth2("garbage").get("/v1/referrals"));
    unauthenticated(given().auth().oauth2(forged).get("/v1/referrals"));
    unauthenticated(given().auth().preemptive().basic("demo-assessor", "x").get("/v1/referrals"));
  }

  @Test
  void nor_once_the_token_has_expired() {
    String token = Tokens.shortLived();

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> given().auth().oauth2(token).get("/v1/referrals").statusCode() == 401);

    unauthenticated(given().auth().oauth2(token).get("/v1/referrals"));
  }

  @Test
  void a_token_with_roles_of_both_sides_is_refused() {
    for (String path : List.of("/v1/referrals", "/v1/survivor-cases", "/v1/metrics")) {
      given()
          .auth()
          .oauth2(Tokens.of("demo-role-conflict"))
          .get(path)
          .then()
          .statusCode(403)
          .contentType("application/problem+json")
          .body("type", equalTo("/problems/request/role-conflict"))
          .body("code", equalTo("role-conflict"));
    }
  }

  @Test
  void the_keys_for_sealing_are_for_everyone() {
    given()
        .get("/v1/at-risk-details/keys")
        .then()
        .statusCode(200)
        .body("service", equalTo("safety"));
  }

  private static void unauthenticated(Response answer) {
    answer
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer")
        .body("type", equalTo("/problems/request/unauthenticated"))
        .body("status", equalTo(401));
  }
}
