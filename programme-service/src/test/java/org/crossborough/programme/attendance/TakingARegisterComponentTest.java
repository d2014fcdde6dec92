package org.crossborough.programme.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.crossborough.programme.driver.ManFixture.register;
import static org.crossborough.programme.driver.ProgrammeApi.FACILITATOR;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.RunFixture.FIRST_DAY;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.AttendanceConcernRaised;
import org.crossborough.contracts.ProgrammeEvent.AttendanceRecorded;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TakingARegisterComponentTest {

  private final AttendanceConfig config;

  @Inject
  TakingARegisterComponentTest(AttendanceConfig config) {
    this.config = config;
  }

  @Test
  void the_first_countable_attendance_starts_the_programme() {
    RunFixture run = RunFixture.held(1);
    ManFixture man = ManFixture.cleared(run);

    Response answer = take(run, 0, man.line("ATTENDED", 290));

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.<Integer>path("entries[0].countableMinutes")).isEqualTo(145);
    assertThat(answer.<Integer>path("entries[0].revision")).isEqualTo(1);
    Response enrolment = get(man.path());
    assertThat(enrolment.<String>path("status")).isEqualTo("ACTIVE");
    assertThat(enrolment.<String>path("startedOn")).isEqualTo(FIRST_DAY.toString());
    assertThat(enrolment.<Integer>path("attendedMinutes")).isEqualTo(290);
    assertThat(enrolment.<Integer>path("countableMinutes")).isEqualTo(145);
    EnrolmentStarted started =
        Wire.await(EnrolmentStarted.class, e -> e.enrolmentId().equals(man.enrolmentId()));
    assertThat(started.startedOn()).isEqualTo(FIRST_DAY);
    assertThat(recorded(man))
        .extracting(AttendanceRecorded::code, AttendanceRecorded::countableMinutes)
        .containsExactly(tuple("ATTENDED", 145));
  }

  @Test
  void a_correction_is_a_new_revision_and_the_old_one_is_kept() throws Exception {
    RunFixture run = RunFixture.held(1);
    ManFixture man = ManFixture.cleared(run);
    taken(run, 0, man.line("ATTENDED", 300));

    Response corrected = take(run, 0, man.line("PARTIAL", 100));

    assertThat(corrected.<Integer>path("entries[0].revision")).isEqualTo(2);
    assertThat(get(man.path()).<Integer>path("countableMinutes")).isEqualTo(50);
    assertThat(
            Psql.count("select count(*) from attendance where enrolment_id = ?", man.enrolmentId()))
        .isEqualTo(2);
    AttendanceRecorded last =
        Wire.await(
            AttendanceRecorded.class,
            e -> e.enrolmentId().equals(man.enrolmentId()) && e.revision() == 2);
    assertThat(last.countableMinutes()).isEqualTo(50);
  }

  @Test
  void the_same_values_again_change_nothing() throws Exception {
    RunFixture run = RunFixture.held(1);
    ManFixture man = ManFixture.cleared(run);
    taken(run, 0, man.line("ATTENDED", 300));
    String version = get(session(run, 0)).header("ETag");
    String count = "select count(*) from outbox where key = ?";
    long before = Psql.count(count, man.enrolmentId());

    Response again = take(run, 0, man.line("ATTENDED", 300));

    assertThat(again.<Integer>path("entries[0].revision")).isEqualTo(1);
    assertThat(again.header("ETag")).isEqualTo(version);
    assertThat(Psql.count(count, man.enrolmentId())).isEqualTo(before);
  }

  @Test
  void one_bad_line_stores_nothing_of_the_register() throws Exception {
    RunFixture run = RunFixture.held(1);
    ManFixture good = ManFixture.cleared(run);
    ManFixture bad = ManFixture.cleared(run);

    Response answer = take(run, 0, good.line("ATTENDED", 300), bad.line("ATTENDED", 301));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.<String>path("violations[0].field")).isEqualTo("entries[1].attendedMinutes");
    assertThat(answer.<String>path("violations[0].code")).isEqualTo("EXCEEDS_SESSION");
    assertThat(
            Psql.count(
                "select count(*) from attendance where session_id = ?",
                UUID.fromString(run.sessionIds().getFirst())))
        .isZero();
  }

  @Test
  void nobody_comes_in_who_is_not_cleared() {
    RunFixture run = RunFixture.held(1);
    ManFixture cleared = ManFixture.cleared(run);
    ManFixture waiting = ManFixture.allocated(run);

    Response answer = take(run, 0, cleared.line("ATTENDED", 300), waiting.line("ATTENDED", 300));
    Response absent = take(run, 0, waiting.line("ABSENT_AUTHORISED", 0));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.<String>path("type")).isEqualTo("/problems/attendance/not-clear-to-start");
    assertThat(answer.jsonPath().getList("violations.field"))
        .containsExactly("entries[1].enrolmentId");
    assertThat(answer.jsonPath().getList("violations.code")).containsExactly("NOT_CLEAR_TO_START");
    assertThat(get(cleared.path()).<String>path("status")).isEqualTo("PLANNED");
    assertThat(absent.statusCode()).as(absent.asString()).isEqualTo(200);
  }

  @Test
  void a_register_needs_a_held_session() {
    RunFixture run = RunFixture.scheduled(1);
    ManFixture man = ManFixture.cleared(run);

    Response answer = take(run, 0, man.line("ATTENDED", 300));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.<String>path("type")).isEqualTo("/problems/attendance/session-not-held");
    assertThat(answer.<String>path("violations[0].field")).isEqualTo("sessionId");
    assertThat(answer.<String>path("violations[0].code")).isEqualTo("SCHEDULED");
  }

  @Test
  void of_a_cancelled_session_there_is_nothing_to_record() {
    RunFixture run = RunFixture.scheduled(2);
    ManFixture man = ManFixture.cleared(run);
    Response cancelled =
        ProgrammeApi.move(
            session(run, 0), "cancellation", Map.of("reasonCode", "VENUE_UNAVAILABLE"));
    assertThat(cancelled.statusCode()).as(cancelled.asString()).isEqualTo(200);

    Response answer = take(run, 0, man.line("ABSENT_AUTHORISED", 0));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.<String>path("violations[0].code")).isEqualTo("CANCELLED");
    assertThat(answer.<String>path("detail")).contains("cancelled");
  }

  @Test
  void a_man_of_another_run_is_not_enrolled_here() {
    RunFixture run = RunFixture.held(1);
    ManFixture elsewhere = ManFixture.cleared(RunFixture.scheduled(1));

    Response answer = take(run, 0, elsewhere.line("ATTENDED", 300));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.<String>path("violations[0].field")).isEqualTo("entries[0].enrolmentId");
    assertThat(answer.<String>path("violations[0].code")).isEqualTo("NOT_ENROLLED");
  }

  @Test
  void a_concern_is_raised_once() {
    RunFixture run = RunFixture.held(1);
    ManFixture man = ManFixture.cleared(run);

    taken(run, 0, man.line("REMOVED_FROM_SESSION", 20));
    taken(run, 0, man.line("REMOVED_FROM_SESSION", 30));

    AttendanceRecorded last =
        Wire.await(
            AttendanceRecorded.class,
            e -> e.enrolmentId().equals(man.enrolmentId()) && e.revision() == 2);
    assertThat(last.countableMinutes()).isZero();
    assertThat(Wire.published(AttendanceConcernRaised.class))
        .filteredOn(e -> e.enrolmentId().equals(man.enrolmentId()))
        .extracting(AttendanceConcernRaised::concernCode)
        .containsExactly("REMOVED_FROM_SESSION");
  }

  @Test
  void stored_minutes_equal_those_rebuilt_from_the_log_after_many_corrections() throws Exception {
    RunFixture run = RunFixture.held(3);
    ManFixture man = ManFixture.cleared(run);
    Random random = new Random(20260202);
    List<String> present = List.of("ATTENDED", "PARTIAL", "REMOVED_FROM_SESSION");

    for (int i = 0; i < 40; i++) {
      String code = present.get(random.nextInt(present.size()));
      boolean there = random.nextInt(4) > 0;
      int minutes =
          switch (code) {
            case "ATTENDED" -> 225 + random.nextInt(76);
            default -> 1 + random.nextInt(224);
          };
      taken(
          run,
          random.nextInt(3),
          there ? man.line(code, minutes) : man.line("ABSENT_UNAUTHORISED", 0));
    }

    long rebuilt =
        Psql.count(
            """
            select coalesce(sum(countable_minutes), 0) from (
              select distinct on (session_id) countable_minutes from attendance
              where enrolment_id = ? order by session_id, revision desc) as standing
            """,
            man.enrolmentId());
    assertThat(get(man.path()).<Integer>path("countableMinutes").longValue()).isEqualTo(rebuilt);
    assertThat(rebuilt).isPositive();
  }

  @Test
  void the_version_must_be_named_and_be_current() {
    RunFixture run = RunFixture.held(1);
    ManFixture man = ManFixture.cleared(run);
    String stale = get(session(run, 0)).header("ETag");
    taken(run, 0, man.line("ATTENDED", 300));

    assertThat(
            as(FACILITATOR)
                .body(register(man.line("ATTENDED", 280)))
                .put(session(run, 0) + "/register")
                .statusCode())
        .isEqualTo(428);
    assertThat(
            as(FACILITATOR)
                .header("If-Match", stale)
                .body(register(man.line("ATTENDED", 280)))
                .put(session(run, 0) + "/register")
                .statusCode())
        .isEqualTo(412);
  }

  @Test
  void assessors_take_no_register() {
    assertThat(
            as("demo-assessor")
                .header("If-Match", "\"0\"")
                .body(register())
                .put("/v1/sessions/" + UUID.randomUUID() + "/register")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void the_default_share_is_three_quarters() {
    assertThat(config.partialBelowPercent()).isEqualTo(75);
  }

  private static Response take(RunFixture run, int session, Object... lines) {
    return ProgrammeApi.register(run.sessionIds().get(session), register(lines));
  }

  private static void taken(RunFixture run, int session, Object... lines) {
    Response answer = take(run, session, lines);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  private static String session(RunFixture run, int session) {
    return "/v1/sessions/" + run.sessionIds().get(session);
  }

  private static List<AttendanceRecorded> recorded(ManFixture man) {
    return Wire.published(AttendanceRecorded.class).stream()
        .filter(e -> e.enrolmentId().equals(man.enrolmentId()))
        .toList();
  }
}
