package org.crossborough.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
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

  // The test framework sets it.
  @SuppressWarnings("NullAway")
  @TestHTTPResource(tls = true)
  private URL door;

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
  void callers_of_http_2_are_answered_too() throws Exception {
    assertThat(overHttp2("/v1/runs")).isEqualTo(503);
    assertThat(overHttp2("/v1/metrics/silent")).isEqualTo(504);
    assertThat(overHttp2("/v1/referrals/broken")).isEqualTo(503);
    assertThat(overHttp2("/v1/referrals")).isEqualTo(200);
  }

  private int overHttp2(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(door.toURI().resolve(path))
            .header("Authorization", "Bearer " + Tokens.of("demo-assessor"))
            .timeout(Duration.ofSeconds(20))
            .build();
    try (HttpClient client = FakePlatform.trusting().version(HttpClient.Version.HTTP_2).build()) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      return answer.statusCode();
    }
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
