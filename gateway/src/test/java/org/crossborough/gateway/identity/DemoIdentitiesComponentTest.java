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

/** Away from the local platform the demo clients open nothing. */
@QuarkusTest
@TestProfile(DemoIdentitiesComponentTest.Elsewhere.class)
@WithTestResource(FakePlatform.class)
class DemoIdentitiesComponentTest {

  /** An installation that did not ask for demo identities. */
  public static class Elsewhere implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("crossborough.identity.demo-identities", "false");
    }
  }

  @Test
  void a_demo_token_is_refused_although_it_is_valid() {
    given()
        .auth()
        .oauth2(Tokens.of("demo-assessor"))
        .get("/v1/referrals")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/request/forbidden"));
  }
}
