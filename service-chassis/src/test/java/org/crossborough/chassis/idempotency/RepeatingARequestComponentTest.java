package org.crossborough.chassis.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepeatingARequestComponentTest {

  @Test
  void fifty_at_once_leave_one_row_and_get_one_answer() throws Exception {
    String key = UUID.randomUUID().toString();
    String text = "fifty " + key.substring(0, 8);
    Set<String> answers = new HashSet<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(50)) {
      List<Future<Response>> pending = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        pending.add(callers.submit(() -> patiently(key, text)));
      }
      for (Future<Response> answer : pending) {
        answers.add(
            answer.get().statusCode() + answer.get().asString() + answer.get().header("Location"));
      }
    }

    assertThat(answers).hasSize(1);
    assertThat(answers.iterator().next()).startsWith("201");
    assertThat(Psql.count("select count(*) from note where text = ?", text)).isEqualTo(1);
  }

  /** Heeds Retry-After, as any client should. */
  private static Response patiently(String key, String text) {
    Response answer = write(key, text);
    while (answer.statusCode() == 409 && answer.header("Retry-After") != null) {
      answer = write(key, text);
    }
    return answer;
  }

  @Test
  void a_repeat_gets_the_first_answer_byte_for_byte() {
    String key = UUID.randomUUID().toString();

    Response first = write(key, "repeat");
    Response second = write(key, "repeat");

    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
  }

  @Test
  void the_same_key_with_another_body_is_refused() {
    String key = UUID.randomUUID().toString();
    assertThat(write(key, "one").statusCode()).isEqualTo(201);

    Response second = write(key, "two");

    assertThat(second.statusCode()).isEqualTo(422);
    assertThat(second.path("type").toString())
        .isEqualTo("/problems/request/idempotency-key-reused");
  }

  @Test
  void a_request_without_a_key_is_refused() {
    Response answer =
        given()
            .auth()
            .oauth2(Tokens.of("demo-referral-coordinator"))
            .contentType(ContentType.JSON)
            .body("{\"boroughCode\":\"E09000019\",\"text\":\"keyless\"}")
            .post("/notes");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.path("code").toString()).isEqualTo("idempotency-key-required");
  }

  @Test
  void the_key_of_one_caller_means_nothing_to_another() {
    String key = UUID.randomUUID().toString();
    assertThat(write(key, "mine").statusCode()).isEqualTo(201);

    Response other = write(key, "theirs", "demo-borough-islington");

    assertThat(other.statusCode()).isEqualTo(201);
  }

  @Test
  void work_that_failed_leaves_nothing_and_can_be_tried_again() throws Exception {
    String key = UUID.randomUUID().toString();

    assertThat(write(key, "fails at the end").statusCode()).isEqualTo(500);

    assertThat(Psql.count("select count(*) from note where text = ?", "fails at the end")).isZero();
    assertThat(Psql.count("select count(*) from idempotency_key where key = ?", key)).isZero();
    assertThat(write(key, "now works").statusCode()).isEqualTo(201);
  }

  private static Response write(String key, String text) {
    return write(key, text, "demo-referral-coordinator");
  }

  private static Response write(String key, String text, String caller) {
    return given()
        .auth()
        .oauth2(Tokens.of(caller))
        .header("Idempotency-Key", key)
        .contentType(ContentType.JSON)
        .body("{\"boroughCode\":\"E09000019\",\"text\":\"%s\"}".formatted(text))
        .post("/notes");
  }
}
