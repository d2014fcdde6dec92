package org.crossborough.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.crossborough.gateway.testing.FakePlatform;
import org.crossborough.gateway.testing.Tokens;
import org.junit.jupiter.api.Test;

/** A service that is down, silent or breaks off, and what that means for the others. */
@QuarkusTest
@TestProfile(UnreachableServiceComponentTest.OneServiceDown.class)
@WithTestResource(FakePlatform.class)
class UnreachableServiceComponentTest {

  /** Nothing listens on port 1. */
  public static class OneServiceDown implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "crossborough.gateway.upstreams.programme", "http://127.0.0.1:1",
          "crossborough.gateway.response-timeout", "300MS");
    }
  }

  private static RequestSpecification asAssessor() {
    return given().auth().oauth2(Tokens.of("demo-assessor"));
  }

  @Test
  void a_service_that_is_down_is_unavailable_and_may_be_tried_again() {
    asAssessor()
        .get("/v1/runs")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .body("type", equalTo("/problems/gateway/service-unavailable"))
        .body("code", equalTo("service-unavailable"))
        .body("status", equalTo(503));
  }

  @Test
  void the_other_services_go_on() {
    asAssessor().get("/v1/referrals").then().statusCode(200);
  }

  @Test
  void a_service_that_stays_silent_times_out() {
    asAssessor()
        .get("/v1/metrics/silent")
        .then()
        .statusCode(504)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/gateway/service-timeout"));
  }

  @Test
  void a_request_that_a_service_broke_off_is_not_sent_again() {
    int before = breaks();

    asAssessor().body("{}").post("/v1/referrals/broken").then().statusCode(503);

    assertThat(breaks() - before).isEqualTo(1);
  }

  private static int breaks() {
    return asAssessor().get("/v1/referrals/breaks").jsonPath().getInt("breaks");
  }

  @Test
  void the_gateway_is_ready_while_a_service_is_down() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void the_services_have_a_health_page_of_their_own() {
    asAssessor()
        .get("/q/health/group/upstreams")
        .then()
        .statusCode(503)
        .body("checks[0].data.referral-service", equalTo(true))
        .body("checks[0].data.programme-service", equalTo(false));
  }
}
