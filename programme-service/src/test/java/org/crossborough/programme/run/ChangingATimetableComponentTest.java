package org.crossborough.programme.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.crossborough.programme.driver.ProgrammeApi.FACILITATOR;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.move;
import static org.crossborough.programme.driver.ProgrammeApi.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.RunCancelled;
import org.crossborough.contracts.ProgrammeEvent.RunFinished;
import org.crossborough.contracts.ProgrammeEvent.RunRescheduled;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.programme.driver.CourseFixture;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangingATimetableComponentTest {

  /** A Tuesday; the year's bank holidays are Mondays and Fridays but for Christmas. */
  private static final LocalDate TUESDAY = LocalDate.of(2025, 3, 4);

  @Test
  void a_timetable_follows_from_template_day_and_pattern() {
    CourseFixture run = CourseFixture.weekly(LocalDate.of(2025, 3, 31));

    List<LocalDate> days = run.days();

    assertThat(days).hasSize(26).isSorted().allMatch(day -> day.getDayOfWeek() == DayOfWeek.MONDAY);
    assertThat(days)
        .doesNotContain(
            LocalDate.of(2025, 4, 21),
            LocalDate.of(2025, 5, 5),
            LocalDate.of(2025, 5, 26),
            LocalDate.of(2025, 8, 25));
    assertThat(run.read().<String>path("endsOn")).isEqualTo(days.getLast().toString());
    assertThat(run.read().<String>path("sessions[0].phase")).isEqualTo("ENDING_VIOLENCE");
    assertThat(run.read().<Integer>path("sessions[0].countableMinutes")).isEqualTo(150);
    assertThat(run.read().<Integer>path("sessions[0].parts.size()")).isEqualTo(2);
    assertThat(run.read().jsonPath().getList("sessions[25].plannedFacilitators"))
        .isEqualTo(run.facilitators());
    RunScheduled told = Wire.await(RunScheduled.class, event -> event.runId().equals(run.id()));
    assertThat(told.endsOn()).isEqualTo(days.getLast());
  }

  @Test
  void a_rolling_run_takes_men_in_every_six_weeks() {
    Map<String, Object> request = CourseFixture.request(TUESDAY);
    request.put("intake", "ROLLING");
    request.put("schedule", Map.of("startTime", "18:00", "cycles", 2));

    CourseFixture run = CourseFixture.scheduled(request);

    assertThat(run.read().<Integer>path("intakeEveryWeeks")).isEqualTo(6);
    assertThat(run.days()).hasSize(52);
  }

  @Test
  void a_holiday_an_unknown_year_and_a_mixture_are_refused() {
    assertThat(code(CourseFixture.request(LocalDate.of(2025, 4, 21)))).isEqualTo("BANK_HOLIDAY");
    assertThat(code(CourseFixture.request(LocalDate.of(2028, 10, 3))))
        .isEqualTo("HOLIDAYS_UNKNOWN");
    Map<String, Object> both = CourseFixture.request(TUESDAY);
    both.put("endsOn", TUESDAY.plusYears(1).toString());
    assertThat(code(both)).isEqualTo("NOT_TAKEN");
    Map<String, Object> neither = CourseFixture.request(TUESDAY);
    neither.remove("schedule");
    assertThat(code(neither)).isEqualTo("REQUIRED");
    Map<String, Object> withoutPlan = CourseFixture.request(TUESDAY);
    withoutPlan.put("templateCode", "MEN_AND_MASCULINITIES");
    assertThat(code(withoutPlan)).isEqualTo("WITHOUT_PLAN");
  }

  @Test
  void a_session_that_moves_onto_the_next_pushes_the_others_on() {
    CourseFixture run = CourseFixture.weekly(TUESDAY);
    List<LocalDate> before = run.days();

    Response moved =
        move(run.session(25), "rescheduling", Map.of("date", before.get(25).toString()));

    assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(200);
    assertThat(moved.<String>path("session.date")).isEqualTo(before.get(25).toString());
    assertThat(moved.<Integer>path("others.size()")).isEqualTo(1);
    List<LocalDate> after = run.days();
    assertThat(after.subList(0, 24)).isEqualTo(before.subList(0, 24));
    assertThat(after.get(25)).isEqualTo(before.get(25).plusWeeks(1));
    assertThat(get(run.session(25)).header("ETag")).isEqualTo(moved.header("ETag"));
    RunRescheduled told = Wire.await(RunRescheduled.class, event -> event.runId().equals(run.id()));
    assertThat(told.startsOn()).isEqualTo(TUESDAY);
    assertThat(told.endsOn()).isEqualTo(before.get(25).plusWeeks(1));
    assertThat(run.read().<String>path("endsOn")).isEqualTo(told.endsOn().toString());
  }

  @Test
  void what_would_break_the_timetable_changes_nothing() {
    CourseFixture run = CourseFixture.weekly(TUESDAY);
    String before = run.read().asString();

    assertThat(type(move(run.session(3), "rescheduling", Map.of("date", TUESDAY.toString()))))
        .isEqualTo("/problems/session/out-of-order");
    assertThat(
            type(
                move(
                    run.session(3),
                    "rescheduling",
                    Map.of("date", TUESDAY.plusWeeks(3).toString(), "knockOn", false))))
        .isEqualTo("/problems/session/out-of-order");
    assertThat(type(move(run.session(3), "rescheduling", Map.of("date", "2025-04-21"))))
        .isEqualTo("/problems/session/no-working-day");
    assertThat(type(move(run.session(26), "rescheduling", Map.of("date", "2031-04-21"))))
        .isEqualTo("/problems/session/no-working-day");

    assertThat(run.read().asString()).isEqualTo(before);
  }

  @Test
  void a_cancelled_session_is_held_behind_the_last_one() {
    CourseFixture run = CourseFixture.weekly(TUESDAY);
    LocalDate last = run.days().getLast();
    Map<String, Object> request = Map.of("reasonCode", "VENUE_UNAVAILABLE", "addAtEnd", true);

    Response cancelled = move(run.session(4), "cancellation", request);

    assertThat(cancelled.statusCode()).as(cancelled.asString()).isEqualTo(200);
    assertThat(cancelled.<String>path("session.status")).isEqualTo("CANCELLED");
    assertThat(cancelled.<String>path("session.cancelReason")).isEqualTo("VENUE_UNAVAILABLE");
    assertThat(cancelled.<Integer>path("others[0].index")).isEqualTo(27);
    assertThat(cancelled.<String>path("others[0].date")).isEqualTo(last.plusWeeks(1).toString());
    assertThat(run.days()).hasSize(26).isSorted();
    assertThat(type(move(run.session(4), "cancellation", request)))
        .isEqualTo("/problems/session/illegal-transition");
    assertThat(type(move(run.session(4), "rescheduling", Map.of("date", "2025-03-25"))))
        .isEqualTo("/problems/session/illegal-transition");
  }

  @Test
  void the_last_session_of_a_run_is_not_cancelled_alone() {
    RunFixture run = RunFixture.scheduled(1);

    assertThat(
            type(
                move(
                    "/v1/sessions/" + run.sessionIds().getFirst(),
                    "cancellation",
                    Map.of("reasonCode", "OTHER"))))
        .isEqualTo("/problems/session/last-session");
  }

  @Test
  void a_cancelled_run_cancels_what_was_to_come_and_keeps_what_was_held() {
    RunFixture run = RunFixture.scheduled(2);
    Response held =
        move("/v1/sessions/" + run.sessionIds().getFirst(), "holding", RunFixture.holding());
    assertThat(held.statusCode()).isEqualTo(200);
    String path = "/v1/runs/" + run.id();

    Response cancelled = move(path, "cancellation", Map.of("reasonCode", "NO_FACILITATORS"));

    assertThat(cancelled.statusCode()).as(cancelled.asString()).isEqualTo(200);
    assertThat(cancelled.<String>path("status")).isEqualTo("CANCELLED");
    assertThat(cancelled.jsonPath().getList("sessions.status"))
        .containsExactly("HELD", "CANCELLED");
    assertThat(get(path).asString()).isEqualTo(cancelled.asString());
    assertThat(get(path).header("ETag")).isEqualTo(cancelled.header("ETag"));
    RunCancelled told = Wire.await(RunCancelled.class, event -> event.runId().equals(run.id()));
    assertThat(told.runId()).isEqualTo(run.id());
    assertThat(type(move(path, "cancellation", Map.of("reasonCode", "NO_VENUE"))))
        .isEqualTo("/problems/run/already-over");
  }

  @Test
  void the_last_session_held_finishes_the_run_even_when_two_are_held_at_once() throws Exception {
    RunFixture run = RunFixture.scheduled(2);
    List<Callable<Response>> holdings =
        run.sessionIds().stream()
            .map(id ->
                (Callable<Response>)
                    () -> move("/v1/sessions/" + id, "holding", RunFixture.holding()))
            .toList();

    // Both are stopped where they write, and let go together.
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection stop = Psql.asOwner();
        Statement statement = stop.createStatement()) {
      stop.setAutoCommit(false);
      statement.execute("lock table programme_session in share mode");
      List<Future<Response>> answers = holdings.stream().map(threads::submit).toList();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> Psql.count("select count(*) from pg_locks where not granted") >= 2);
      stop.commit();
      for (Future<Response> answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(200);
      }
    }

    RunFinished told = Wire.await(RunFinished.class, event -> event.runId().equals(run.id()));
    assertThat(told.finishedOn()).isEqualTo(RunFixture.FIRST_DAY.plusDays(1));
    assertThat(get("/v1/runs/" + run.id()).<String>path("status")).isEqualTo("FINISHED");
  }

  @Test
  void cancelling_what_was_left_finishes_a_run_on_its_last_day_held() {
    RunFixture run = RunFixture.scheduled(2);
    Response held =
        move("/v1/sessions/" + run.sessionIds().getFirst(), "holding", RunFixture.holding());
    assertThat(held.statusCode()).isEqualTo(200);

    Response cancelled =
        move(
            "/v1/sessions/" + run.sessionIds().getLast(),
            "cancellation",
            Map.of("reasonCode", "TOO_FEW_PARTICIPANTS"));

    assertThat(cancelled.statusCode()).isEqualTo(200);
    RunFinished told = Wire.await(RunFinished.class, event -> event.runId().equals(run.id()));
    assertThat(told.finishedOn()).isEqualTo(RunFixture.FIRST_DAY);
  }

  @Test
  void facilitators_are_replaced_and_one_alone_needs_a_reason() {
    CourseFixture run = CourseFixture.weekly(TUESDAY);
    String session = run.session(2);
    String other = "third-" + UUID.randomUUID();

    Response alone = replace(session, Map.of("facilitators", List.of(other, other)));
    Response reasoned =
        replace(
            session,
            Map.of("facilitators", List.of(other), "reasonCode", "SECOND_FACILITATOR_ILL"));
    Response two =
        replace(session, Map.of("facilitators", List.of(other, run.facilitators().getFirst())));

    assertThat(alone.statusCode()).isEqualTo(400);
    assertThat(alone.<String>path("violations[0].code")).isEqualTo("TOO_FEW");
    assertThat(reasoned.<String>path("session.loneFacilitatorReason"))
        .isEqualTo("SECOND_FACILITATOR_ILL");
    assertThat(two.jsonPath().getList("session.plannedFacilitators"))
        .containsExactly(other, run.facilitators().getFirst());
    assertThat(two.jsonPath().getMap("session")).doesNotContainKey("loneFacilitatorReason");
    assertThat(get(run.session(3)).jsonPath().getList("plannedFacilitators"))
        .isEqualTo(run.facilitators());
  }

  @Test
  void only_a_manager_with_the_current_version_changes_a_timetable() {
    CourseFixture run = CourseFixture.weekly(TUESDAY);
    for (String change : List.of("rescheduling", "cancellation", "facilitator-replacement")) {
      String path = run.session(1) + "/" + change;
      Map<String, Object> body =
          switch (change) {
            case "rescheduling" -> Map.of("date", TUESDAY.plusDays(1).toString());
            case "cancellation" -> Map.of("reasonCode", "OTHER");
            default -> Map.of("facilitators", List.of("a", "b"));
          };
      assertThat(keyed(FACILITATOR, "*").body(body).post(path).statusCode()).isEqualTo(403);
      assertThat(keyed(MANAGER, "\"77\"").body(body).post(path).statusCode()).isEqualTo(412);
      assertThat(post(path, body).statusCode()).isEqualTo(428);
      assertThat(
              keyed(MANAGER, "*")
                  .body(body)
                  .post("/v1/sessions/" + UUID.randomUUID() + "/" + change)
                  .<String>path("type"))
          .isEqualTo("/problems/session/not-found");
    }
    assertThat(
            keyed(MANAGER, "*")
                .body(Map.of("reasonCode", "NO_VENUE"))
                .post("/v1/runs/" + UUID.randomUUID() + "/cancellation")
                .<String>path("type"))
        .isEqualTo("/problems/run/not-found");
  }

  private static RequestSpecification keyed(String who, String seen) {
    return as(who).header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", seen);
  }

  private static Response replace(String session, Object body) {
    return move(session, "facilitator-replacement", body);
  }

  private static String type(Response answer) {
    return answer.path("type");
  }

  private static String code(Map<String, Object> request) {
    Response answer = post("/v1/runs", request);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    return answer.path("violations[0].code");
  }
}
