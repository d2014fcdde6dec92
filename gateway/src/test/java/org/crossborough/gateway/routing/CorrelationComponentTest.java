package org.crossborough.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.crossborough.gateway.testing.FakePlatform;
import org.crossborough.gateway.testing.Tokens;
import org.junit.jupiter.api.Test;

/** One id for everything a request causes. */
@QuarkusTest
@WithTestResource(FakePlatform.class)
class CorrelationComponentTest {

  @Test
  void the_callers_id_is_passed_on_and_answered() {
    given()
        .auth()
        .oauth2(Tokens.of("demo-assessor"))
        .header("X-Correlation-ID", "Case_12.34-a")
        .get("/v1/referrals")
        .then()
        .header("X-Correlation-ID", "Case_12.34-a")
        .body("headers.x-correlation-id", equalTo("Case_12.34-a"));
  }

  @Test
  void an_id_that_could_break_a_log_line_is_replaced() {
    for (String given :
        new String[] {"short", "has spaces in it", "x".repeat(65), "12345678;drop"}) {
      Response answer =
          given()
              .auth()
              .oauth2(Tokens.of("demo-assessor"))
              .header("X-Correlation-ID", given)
              .get("/v1/referrals");

      assertThat(answer.header("X-Correlation-ID"))
          .matches("[0-9a-f-]{36}")
          .isEqualTo(answer.jsonPath().getString("headers.x-correlation-id"));
    }
  }

  @Test
  void a_refusal_names_it_too() {
    given()
        .header("X-Correlation-ID", "refused-1")
        .get("/nowhere")
        .then()
        .header("X-Correlation-ID", "refused-1")
        .body("correlationId", equalTo("refused-1"));
  }

  @Test
  void a_service_cannot_change_it() {
    Response answer = given().auth().oauth2(Tokens.of("demo-assessor")).get("/v1/referrals/chatty");

    assertThat(answer.headers().getValues("X-Correlation-ID")).hasSize(1);
    answer.then().header("X-Correlation-ID", matchesPattern("[0-9a-f-]{36}"));
  }
}
