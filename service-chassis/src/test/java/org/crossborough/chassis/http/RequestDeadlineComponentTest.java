package org.crossborough.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;

/** A request whose caller no longer waits for the answer. */
@QuarkusTest
class RequestDeadlineComponentTest {

  private static Response write(String deadline, String text, String key) {
    return given()
        .auth()
        .oauth2(Tokens.of("demo-referral-coordinator"))
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .header(RequestDeadline.HEADER, deadline)
        .body("{\"boroughCode\":\"E09000019\",\"text\":\"" + text + "\"}")
        .post("/notes");
  }

  private static String in(Duration time) {
    return Instant.now().plus(time).toString();
  }

  private static String aText() {
    return "deadline " + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void what_comes_too_late_is_not_begun_and_may_be_sent_again_under_its_key() {
    String text = aText();
    String key = UUID.randomUUID().toString();

    write(in(Duration.ofSeconds(-1)), text, key)
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .body("code", equalTo("unavailable"));

    assertThat(notes()).doesNotContain(text);
    assertThat(write(in(Duration.ofMinutes(1)), text, key).statusCode()).isEqualTo(201);
    assertThat(notes()).contains(text);
  }

  @Test
  void what_is_no_time_is_no_deadline() {
    assertThat(write("soon", aText(), UUID.randomUUID().toString()).statusCode()).isEqualTo(201);
  }

  private static String notes() {
    return given()
        .auth()
        .oauth2(Tokens.of("demo-referral-coordinator"))
        .get("/notes")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
