package org.crossborough.programme.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.move;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.ReferralAllocated;
import org.crossborough.contracts.ReferralEvent.ReferralClosed;
import org.crossborough.contracts.ReferralEvent.ReferralDeferred;
import org.crossborough.contracts.ReferralEvent.ReferralWaiting;
import org.crossborough.programme.bankholiday.BankHolidays;
import org.crossborough.programme.driver.CourseFixture;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CapacityComponentTest {

  private static final Instant TOLD = Instant.parse("2026-01-14T09:30:00Z");

  /** Boroughs of this test's own, so that no other test's men are among theirs. */
  private static final String BEXLEY = "E09000004";

  private static final String SUTTON = "E09000029";

  private final LocalDate today = LocalDate.now(Clock.systemUTC());

  @Test
  void a_run_says_what_is_taken_free_and_when_men_come_in_next() {
    LocalDate first = workday(today.plusDays(20));
    Map<String, Object> request = CourseFixture.request(first);
    request.put("capacity", 2);
    CourseFixture run = CourseFixture.scheduled(request);
    RunFixture place = new RunFixture(run.id(), run.read().jsonPath().getList("sessions.id"));
    assertThat(places(run)).containsEntry("taken", 0).containsEntry("free", 2);

    for (int i = 0; i < 3; i++) {
      assertThat(ManFixture.allocated(place).enrolmentId()).isNotNull();
    }

    assertThat(places(run))
        .containsEntry("taken", 3)
        .containsEntry("free", 0)
        .containsEntry("overCapacity", 1)
        .containsEntry("belowMinimumToRun", false)
        .containsEntry("nextIntakeOn", first.toString());
  }

  @Test
  void a_closed_run_that_began_has_no_intake_and_a_rolling_one_has_the_next() {
    LocalDate began = workday(today.minusDays(30));
    CourseFixture closed = CourseFixture.weekly(began);
    Map<String, Object> request = CourseFixture.request(began);
    request.put("intake", "ROLLING");
    request.put("intakeEveryWeeks", 2);
    CourseFixture rolling = CourseFixture.scheduled(request);

    assertThat(places(closed)).doesNotContainKey("nextIntakeOn");
    LocalDate next = LocalDate.parse(String.valueOf(places(rolling).get("nextIntakeOn")));
    assertThat(next).isAfterOrEqualTo(today);
    assertThat(began.until(next, ChronoUnit.DAYS) % 14).isZero();
  }

  /** Twelve of the 26 sessions of 150 countable minutes are the programme's thirty hours. */
  @Test
  void the_last_intake_leaves_the_minimum_to_the_minute_and_moves_with_the_timetable()
      throws SQLException {
    CourseFixture run = CourseFixture.weekly(LocalDate.of(2025, 3, 4));
    List<LocalDate> days = run.days();
    assertThat(lastIntake(run)).isEqualTo(days.get(26 - 12));

    assertThat(move(run.session(26), "cancellation", Map.of("reasonCode", "OTHER")).statusCode())
        .isEqualTo(200);
    assertThat(lastIntake(run)).isEqualTo(days.get(25 - 12));

    LocalDate later = days.get(25).plusWeeks(2);
    assertThat(move(run.session(25), "rescheduling", Map.of("date", later.toString())).statusCode())
        .isEqualTo(200);
    assertThat(lastIntake(run)).isEqualTo(days.get(25 - 12));
  }

  private static LocalDate lastIntake(CourseFixture run) throws SQLException {
    String sql = "select last_intake_on::text as day from programme_run where id = ?";
    return LocalDate.parse(String.valueOf(Psql.rows("*", sql, run.id()).getFirst().get("day")));
  }

  @Test
  void a_cancelled_run_has_no_places() {
    CourseFixture run = CourseFixture.weekly(workday(today.plusDays(20)));
    assertThat(move(run.path(), "cancellation", Map.of("reasonCode", "FUNDING_ENDED")).statusCode())
        .isEqualTo(200);

    assertThat(get("/v1/capacity?limit=100").jsonPath().getList("items.runId"))
        .doesNotContain(run.id().toString());
  }

  @Test
  void men_wait_until_they_are_allocated_deferred_or_closed() {
    List<UUID> men =
        List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    RunFixture run = RunFixture.scheduled(1);
    men.forEach(man -> Wire.publish(waiting(man, BEXLEY)));
    awaitWaiting(BEXLEY, 4);
    Response before = get("/v1/capacity/forecast");

    Wire.publish(
        new ReferralAllocated(
            men.get(0), TOLD.plusSeconds(9), UUID.randomUUID(), run.id(), BEXLEY, today));
    Wire.publish(
        new ReferralDeferred(men.get(1), TOLD.plusSeconds(9), "DETOX_OR_REHAB", today),
        new ReferralClosed(men.get(2), TOLD.plusSeconds(9), "WITHDRAWN", "MOVED_AWAY", today));
    awaitWaiting(BEXLEY, 1);

    assertThat(before.<Integer>path("boroughs.find { it.boroughCode == 'E09000004' }.waiting"))
        .isEqualTo(4);
    assertThat(
            before.<Integer>path("boroughs.find { it.boroughCode == 'E09000004' }.longestWaitDays"))
        .isGreaterThan(100);
    assertThat(before.<String>path("method")).isNotBlank();
  }

  @Test
  void an_older_fact_brings_nobody_back_onto_the_list() throws SQLException {
    UUID left = UUID.randomUUID();
    UUID marker = UUID.randomUUID();

    Wire.publish(
        new ReferralClosed(left, TOLD.plusSeconds(60), "WITHDRAWN", "MOVED_AWAY", today),
        waiting(left, SUTTON),
        waiting(marker, SUTTON));
    awaitThat("select count(*) from waiting_referral where referral_id = ?", 1, marker);
    awaitThat("select count(*) from waiting_referral where referral_id = ?", 1, left);

    assertThat(
            Psql.count(
                "select count(*) from waiting_referral where referral_id = ? and waiting", left))
        .isZero();
  }

  @Test
  void of_two_facts_of_one_moment_the_one_that_takes_a_man_off_the_list_stands()
      throws SQLException {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    UUID last = UUID.randomUUID();

    Wire.publish(waiting(second, SUTTON), closed(second), closed(first));
    Wire.publish(last, waiting(first, SUTTON));
    awaitThat("select count(*) from inbox where event_id = ?", 1, last);
    awaitThat(
        "select count(*) from waiting_referral where referral_id = ? and not waiting", 1, second);

    assertThat(
            Psql.count(
                "select count(*) from waiting_referral where referral_id = ? and waiting", first))
        .isZero();
  }

  private static ReferralClosed closed(UUID referral) {
    return new ReferralClosed(referral, TOLD, "WITHDRAWN", "MOVED_AWAY", LocalDate.of(2026, 1, 14));
  }

  @Test
  void only_programme_staff_ask() {
    for (String path : List.of("/v1/capacity", "/v1/capacity/forecast")) {
      assertThat(as("demo-borough-islington").get(path).statusCode()).isEqualTo(403);
      assertThat(as("demo-iss-worker").get(path).statusCode()).isIn(401, 403);
    }
    assertThat(get("/v1/capacity?limit=0").statusCode()).isEqualTo(400);
    assertThat(get("/v1/capacity?cursor=nonsense").statusCode()).isEqualTo(400);
  }

  private static ReferralWaiting waiting(UUID referral, String borough) {
    return new ReferralWaiting(referral, TOLD, borough, LocalDate.of(2026, 1, 14));
  }

  private static void awaitWaiting(String borough, long count) {
    awaitThat(
        "select count(*) from waiting_referral where waiting and borough_code = ?", count, borough);
  }

  private static void awaitThat(String sql, long count, Object value) {
    await().atMost(Duration.ofSeconds(20)).until(() -> Psql.count(sql, value) == count);
  }

  private static Map<String, Object> places(CourseFixture run) {
    return get("/v1/capacity?limit=100")
        .jsonPath()
        .getMap("items.find { it.runId == '%s' }".formatted(run.id()));
  }

  private static LocalDate workday(LocalDate day) {
    return new BankHolidays().isHoliday(day) ? day.plusDays(5) : day;
  }
}
