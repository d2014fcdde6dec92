package org.crossborough.programme.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.move;
import static org.crossborough.programme.driver.ProgrammeApi.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ParticipantEvent.ParticipantErased;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NotesAndExercisesComponentTest {

  private static final String WORDS = "Worked well on the time-out plan";

  private RunFixture run;
  private ManFixture man;

  @BeforeEach
  void prepare() {
    run = RunFixture.held(1);
    man = ManFixture.cleared(run);
  }

  @Test
  void a_note_is_read_by_facilitators_and_managers_alone() {
    Response written = note(Map.of("text", WORDS));

    assertThat(written.statusCode()).as(written.asString()).isEqualTo(201);
    assertThat(get(notes()).<String>path("items[0].text")).isEqualTo(WORDS);
    assertThat(as("demo-assessor").get(notes()).statusCode()).isEqualTo(403);
    assertThat(as("demo-borough-camden").get(notes()).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"call 07700 900123", "lives at N1 1AA now", "write to someone@example.invalid"})
  void a_way_to_reach_somebody_is_refused_and_not_repeated(String text) {
    Response answer = note(Map.of("text", text));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.<String>path("violations[0].code")).isEqualTo("CONTAINS_CONTACT_DETAILS");
    assertThat(answer.asString()).doesNotContain(text);
  }

  @Test
  void an_exercise_is_reflected_on_once() {
    Response set = post(man.path() + "/exercises", Map.of("exerciseCode", "TIME_OUT_PLAN"));
    String exercise = set.header("Location");

    Response reflected =
        move(exercise, "reflection", Map.of("insight", "APPLIES", "reflection", WORDS));
    Response again = move(exercise, "reflection", Map.of("insight", "DESCRIBES"));

    assertThat(set.statusCode()).as(set.asString()).isEqualTo(201);
    assertThat(reflected.statusCode()).as(reflected.asString()).isEqualTo(200);
    assertThat(reflected.<String>path("insight")).isEqualTo("APPLIES");
    assertThat(again.<String>path("type")).isEqualTo("/problems/practice/already-reflected");
    assertThat(
            move(
                    exercise,
                    "reflection",
                    Map.of("insight", "APPLIES", "reflection", "0207 946 0000"))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void erasing_a_man_takes_his_name_and_every_word_about_him() throws Exception {
    Response about = note(Map.of("text", WORDS, "enrolmentId", man.enrolmentId().toString()));
    Response group = note(Map.of("text", "The group was small."));
    String exercise =
        post(man.path() + "/exercises", Map.of("exerciseCode", "TIME_OUT_PLAN")).header("Location");
    assertThat(
            move(exercise, "reflection", Map.of("insight", "APPLIES", "reflection", WORDS))
                .statusCode())
        .isEqualTo(200);
    assertThat(about.statusCode()).as(about.asString()).isEqualTo(201);

    Wire.publish(new ParticipantErased(man.personId(), Instant.parse("2025-03-01T09:00:00Z")));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get(man.path()).jsonPath().getMap("").get("participant") == null);

    String his = "items.find { it.id == '%s' }".formatted(about.<String>path("id"));
    assertThat(get(notes()).<String>path(his + ".text")).isNull();
    assertThat(get(notes()).<Boolean>path(his + ".erased")).isTrue();
    assertThat(
            get(notes())
                .<String>path(
                    "items.find { it.id == '%s' }.text".formatted(group.<String>path("id"))))
        .isEqualTo("The group was small.");
    assertThat(get(exercise).<String>path("insight")).isEqualTo("APPLIES");
    assertThat(get(exercise).jsonPath().getMap("")).doesNotContainKey("reflection");
    assertThat(
            Psql.count(
                "select count(*) from session_note where enrolment_id = ? and text is not null",
                man.enrolmentId()))
        .isZero();
    assertThat(
            note(Map.of("text", WORDS, "enrolmentId", man.enrolmentId().toString()))
                .<String>path("type"))
        .isEqualTo("/problems/practice/participant-erased");
    assertThat(get("/v1/runs/" + run.id() + "/attendance-grid").asString())
        .doesNotContain("Example");
  }

  private Response note(Map<String, Object> body) {
    return post(notes(), body);
  }

  private String notes() {
    return "/v1/sessions/" + run.sessionIds().getFirst() + "/notes";
  }
}
