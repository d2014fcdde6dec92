package org.crossborough.programme.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ManFixture.register;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.move;
import static org.crossborough.programme.driver.ProgrammeApi.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentCompleted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentExited;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentNotStarted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentPlanned;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndingAnEnrolmentComponentTest {

  @Test
  void an_allocation_becomes_a_planned_enrolment_with_a_name() {
    RunFixture run = RunFixture.scheduled(1);

    ManFixture man = ManFixture.allocated(run);

    Response enrolment = get(man.path());
    assertThat(enrolment.<String>path("status")).isEqualTo("PLANNED");
    assertThat(enrolment.<Boolean>path("clearToStart")).isFalse();
    assertThat(enrolment.<String>path("participant.givenName")).isEqualTo("Example");
    assertThat(enrolment.jsonPath().getMap("")).doesNotContainKeys("review", "startedOn");
    EnrolmentPlanned planned =
        Wire.await(EnrolmentPlanned.class, e -> e.enrolmentId().equals(man.enrolmentId()));
    assertThat(planned.referralId()).isEqualTo(man.referralId());
  }

  @Test
  void one_who_never_came_is_not_started_and_stays_so() {
    RunFixture run = RunFixture.held(1);
    ManFixture man = ManFixture.cleared(run);

    Response ended = move(man.path(), "no-show", Map.of());
    Response again = move(man.path(), "no-show", Map.of());
    Response late =
        ProgrammeApi.register(run.sessionIds().getFirst(), register(man.line("ATTENDED", 300)));

    assertThat(ended.statusCode()).as(ended.asString()).isEqualTo(200);
    assertThat(ended.<String>path("status")).isEqualTo("NOT_STARTED");
    assertThat(again.<String>path("type")).isEqualTo("/problems/enrolment/illegal-transition");
    assertThat(late.<String>path("type")).isEqualTo("/problems/attendance/enrolment-ended");
    EnrolmentNotStarted told =
        Wire.await(EnrolmentNotStarted.class, e -> e.enrolmentId().equals(man.enrolmentId()));
    assertThat(told.runId()).isEqualTo(run.id());
  }

  @Test
  void one_who_leaves_keeps_his_minutes_and_leaves_a_history() throws Exception {
    RunFixture run = RunFixture.held(2);
    ManFixture man = active(run);
    Map<String, Object> exit =
        Map.of("reasonCode", "DROPPED_OUT", "exitedOn", RunFixture.FIRST_DAY.toString());

    Response ended = move(man.path(), "exit", exit);
    Response afterwards =
        ProgrammeApi.register(run.sessionIds().get(1), register(man.line("ATTENDED", 300)));
    Response corrected =
        ProgrammeApi.register(run.sessionIds().getFirst(), register(man.line("ATTENDED", 280)));

    assertThat(ended.statusCode()).as(ended.asString()).isEqualTo(200);
    assertThat(ended.<String>path("status")).isEqualTo("EXITED");
    assertThat(ended.<Integer>path("countableMinutes")).isEqualTo(150);
    assertThat(afterwards.<String>path("type")).isEqualTo("/problems/attendance/enrolment-ended");
    assertThat(corrected.statusCode()).as(corrected.asString()).isEqualTo(200);
    assertThat(
            Psql.rows(
                "*",
                "select to_status, by from enrolment_status_change where enrolment_id = ? order by id",
                man.enrolmentId()))
        .allSatisfy(row -> assertThat(row.get("by")).asString().isNotBlank())
        .extracting(row -> row.get("to_status"))
        .containsExactly("PLANNED", "ACTIVE", "EXITED");
    EnrolmentExited told =
        Wire.await(EnrolmentExited.class, e -> e.enrolmentId().equals(man.enrolmentId()));
    assertThat(told.exitedOn()).isEqualTo(RunFixture.FIRST_DAY);
    assertThat(told.reasonCode()).isEqualTo("DROPPED_OUT");
  }

  @Test
  void twelve_full_days_complete_and_eleven_do_not() {
    RunFixture run = RunFixture.held(12);
    ManFixture man = ManFixture.cleared(run);
    Map<String, Object> completion = Map.of("endReviewDone", true);
    run.sessionIds().subList(0, 11).forEach(session -> attend(session, man));

    Response early = move(man.path(), "completion", completion);
    attend(run.sessionIds().getLast(), man);
    Response inTime = move(man.path(), "completion", completion);

    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.<String>path("type")).isEqualTo("/problems/enrolment/hours-short");
    assertThat(inTime.statusCode()).as(inTime.asString()).isEqualTo(200);
    assertThat(inTime.<String>path("status")).isEqualTo("COMPLETED");
    EnrolmentCompleted told =
        Wire.await(EnrolmentCompleted.class, e -> e.enrolmentId().equals(man.enrolmentId()));
    assertThat(told.referralId()).isEqualTo(man.referralId());
  }

  @Test
  void what_breaks_a_rule_is_named() {
    ManFixture man = active(RunFixture.held(1));
    String nextCentury = LocalDate.of(2100, 1, 1).toString();
    String before = RunFixture.FIRST_DAY.minusDays(1).toString();

    assertThat(
            move(man.path(), "exit", Map.of("reasonCode", "HEALTH", "exitedOn", nextCentury))
                .<String>path("violations[0].code"))
        .isEqualTo("IN_FUTURE");
    assertThat(
            move(man.path(), "exit", Map.of("reasonCode", "HEALTH", "exitedOn", before))
                .<String>path("violations[0].code"))
        .isEqualTo("BEFORE_START");
    assertThat(move(man.path(), "exit", Map.of("reasonCode", "BORED")).statusCode()).isEqualTo(400);
    assertThat(
            move(man.path(), "completion", Map.of("endReviewDone", false))
                .<String>path("violations[0].field"))
        .isEqualTo("endReviewDone");
  }

  @Test
  void the_version_must_be_named_and_be_current() {
    ManFixture man = ManFixture.cleared(RunFixture.scheduled(1));

    assertThat(post(man.path() + "/no-show", Map.of()).statusCode()).isEqualTo(428);
    assertThat(
            as(MANAGER)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"41\"")
                .body(Map.of())
                .post(man.path() + "/no-show")
                .statusCode())
        .isEqualTo(412);
  }

  @Test
  void a_move_repeated_under_its_key_gets_the_first_answer_although_the_version_moved_on() {
    ManFixture man = ManFixture.cleared(RunFixture.scheduled(1));
    String key = UUID.randomUUID().toString();
    String version = get(man.path()).header("ETag");

    Response first = noShow(man, key, version);
    Response repeat = noShow(man, key, version);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(repeat.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(repeat.header("ETag")).isEqualTo(first.header("ETag"));
  }

  @Test
  void an_unknown_enrolment_is_not_found() {
    assertThat(get("/v1/enrolments/" + UUID.randomUUID()).<String>path("type"))
        .isEqualTo("/problems/enrolment/not-found");
  }

  private static Response noShow(ManFixture man, String key, String version) {
    return as(MANAGER)
        .header("Idempotency-Key", key)
        .header("If-Match", version)
        .body(Map.of())
        .post(man.path() + "/no-show");
  }

  private static ManFixture active(RunFixture run) {
    ManFixture man = ManFixture.cleared(run);
    attend(run.sessionIds().getFirst(), man);
    return man;
  }

  private static void attend(String session, ManFixture man) {
    Response answer = ProgrammeApi.register(session, register(man.line("ATTENDED", 300)));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }
}
