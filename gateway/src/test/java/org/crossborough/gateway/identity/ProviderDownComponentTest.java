package org.crossborough.gateway.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.crossborough.gateway.testing.FakePlatform;
import org.crossborough.gateway.testing.Tokens;
import org.junit.jupiter.api.Test;

/** A gateway that never reached the identity provider knows no keys: it refuses, and it starts. */
@QuarkusTest
@TestProfile(ProviderDownComponentTest.NoProvider.class)
@WithTestResource(FakePlatform.class)
class ProviderDownComponentTest {

  /** Nothing listens on port 1. */
  public static class NoProvider implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/crossborough");
    }
  }

  @Test
  void a_token_that_cannot_be_checked_opens_nothing() {
    given()
        .auth()
        .oauth2(Tokens.of("demo-assessor"))
        .get("/v1/referrals")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .body("type", equalTo("/problems/gateway/service-unavailable"));
  }

  @Test
  void what_needs_no_token_goes_on() {
    given().get("/v1/at-risk-details/keys").then().statusCode(200);
    given().get("/q/health/ready").then().statusCode(200);
  }
}
