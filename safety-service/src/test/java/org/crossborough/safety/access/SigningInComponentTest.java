package org.crossborough.safety.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aCase;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.crossborough.local.TestInfrastructure;
import org.crossborough.safety.driver.Browser;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningInComponentTest {

  @Test
  void a_password_lists_cases_and_a_second_factor_on_top_of_it_opens_one() {
    UUID id = aCase();
    try (Browser browser = new Browser()) {
      String password = browser.signIn("1");
      assertThat(browser.asked()).isEqualTo("PASSWORD");
      assertThat(given().auth().oauth2(password).get("/v1/survivor-cases").statusCode())
          .isEqualTo(200);
      Response weak = read(password, id);
      assertThat(weak.statusCode()).isEqualTo(401);
      assertThat(weak.header("WWW-Authenticate"))
          .contains("insufficient_user_authentication", "acr_values=\"2 3\"");

      String secondFactor = browser.signIn("2");
      assertThat(browser.asked()).isEqualTo("OTP");
      assertThat(read(secondFactor, id).statusCode()).isEqualTo(200);
      // The token decides, and not the session it comes from.
      assertThat(read(password, id).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void whoever_signed_in_by_a_password_alone_is_told_nothing_about_whether_there_is_a_case() {
    String token = TestInfrastructure.shared().tokenOf(WORKER, "demo-support-one-factor");

    Response there = read(token, aCase());
    Response not = read(token, UUID.randomUUID());

    assertThat(there.statusCode()).isEqualTo(401);
    assertThat(told(there)).isEqualTo(told(not));
  }

  private static Response read(String token, UUID id) {
    return given()
        .auth()
        .oauth2(token)
        .header("X-Purpose", "SUPPORT_CALL")
        .get("/v1/survivor-cases/{id}", id);
  }

  private static String told(Response answer) {
    return answer.asString().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
  }
}
