package org.crossborough.programme.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.move;
import static org.crossborough.programme.driver.ProgrammeApi.post;
import static org.crossborough.programme.driver.RunFixture.holding;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HoldingASessionComponentTest {

  @Test
  void a_held_session_keeps_how_it_went_and_its_run_is_running() {
    RunFixture run = RunFixture.scheduled(2);
    String path = "/v1/sessions/" + run.sessionIds().getFirst();

    Response answer = move(path, "holding", holding());

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.<String>path("status")).isEqualTo("HELD");
    assertThat(answer.<Integer>path("actualMinutes")).isEqualTo(300);
    assertThat(get(path).asString()).isEqualTo(answer.asString());
    assertThat(get(path).header("ETag")).isEqualTo(answer.header("ETag"));
    assertThat(get("/v1/runs/" + run.id()).<String>path("status")).isEqualTo("RUNNING");
  }

  @Test
  void a_session_is_held_once() {
    String path = "/v1/sessions/" + RunFixture.held(1).sessionIds().getFirst();

    Response again = move(path, "holding", holding());

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.<String>path("type")).isEqualTo("/problems/session/illegal-transition");
  }

  @Test
  void a_session_of_tomorrow_is_not_yet_due() {
    LocalDate tomorrow = LocalDate.now(Clock.systemUTC()).plusDays(1);
    Response run = post("/v1/runs", RunFixture.request(1, tomorrow));

    Response answer = move("/v1/sessions/" + run.path("sessions[0].id"), "holding", holding());

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.<String>path("type")).isEqualTo("/problems/session/not-yet-due");
  }

  @Test
  void one_facilitator_alone_needs_a_reason() {
    String path = "/v1/sessions/" + RunFixture.scheduled(1).sessionIds().getFirst();
    List<String> alone = List.of("demo-facilitator", "demo-facilitator");

    Response refused = move(path, "holding", Map.of("actualMinutes", 300, "facilitators", alone));
    Response taken =
        move(
            path,
            "holding",
            Map.of(
                "actualMinutes",
                280,
                "facilitators",
                alone,
                "exceptionReason",
                "SECOND_FACILITATOR_ILL"));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<String>path("violations[0].code")).isEqualTo("TOO_FEW");
    assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
    assertThat(taken.jsonPath().getList("facilitators")).containsExactly("demo-facilitator");
  }

  @Test
  void a_reason_in_words_carries_nothing_by_which_somebody_could_be_reached() {
    String path = "/v1/sessions/" + RunFixture.scheduled(1).sessionIds().getFirst();

    Response refused =
        move(
            path,
            "holding",
            Map.of(
                "actualMinutes",
                280,
                "facilitators",
                List.of("demo-facilitator"),
                "exceptionReason",
                "Ill, call 020 7946 0000"));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<String>path("violations[0].field")).isEqualTo("exceptionReason");
    assertThat(refused.<String>path("violations[0].code")).isEqualTo("CONTAINS_CONTACT_DETAILS");
  }

  @Test
  void the_version_must_be_named_and_be_current() {
    String path = "/v1/sessions/" + RunFixture.scheduled(1).sessionIds().getFirst();

    assertThat(post(path + "/holding", holding()).statusCode()).isEqualTo(428);
    assertThat(
            as(MANAGER)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"41\"")
                .body(holding())
                .post(path + "/holding")
                .statusCode())
        .isEqualTo(412);
  }

  @Test
  void an_unknown_session_is_not_found() {
    assertThat(get("/v1/sessions/" + UUID.randomUUID()).<String>path("type"))
        .isEqualTo("/problems/session/not-found");
  }
}
