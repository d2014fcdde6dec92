package org.crossborough.programme.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crossborough.programme.driver.ProgrammeApi.move;
import static org.crossborough.programme.driver.ProgrammeApi.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.programme.bankholiday.BankHolidays;
import org.crossborough.programme.driver.CourseFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DoubleBookingComponentTest {

  private static final BankHolidays HOLIDAYS = new BankHolidays();

  @Test
  void of_many_requests_for_one_facilitator_one_succeeds() throws Exception {
    Map<String, Object> request = CourseFixture.request(wednesday());

    List<Integer> answers = atOnce(request, 8);

    assertThat(answers).containsOnlyOnce(201);
    assertThat(answers).allMatch(code -> code == 201 || code == 409);
  }

  @Test
  void of_many_requests_for_one_venue_one_succeeds() throws Exception {
    String venue = "Example House " + UUID.randomUUID();

    List<Integer> answers =
        atOnce(
            IntStream.range(0, 8)
                .mapToObj(i -> {
                  Map<String, Object> request = CourseFixture.request(wednesday());
                  request.put("venue", i % 2 == 0 ? venue : venue.toUpperCase(Locale.ROOT) + " ");
                  return request;
                })
                .toList());

    assertThat(answers).containsOnlyOnce(201);
    assertThat(answers).allMatch(code -> code == 201 || code == 409);
  }

  @Test
  void who_is_taken_is_named_and_nothing_is_stored() throws Exception {
    Map<String, Object> request = CourseFixture.request(wednesday());
    CourseFixture first = CourseFixture.scheduled(request);
    long runs = Psql.count("select count(*) from programme_run");

    Response second = post("/v1/runs", request);

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.<String>path("type")).isEqualTo("/problems/booking/already-booked");
    assertThat(second.<String>path("violations[0].code")).isEqualTo("FACILITATOR_BOOKED");
    assertThat(second.<String>path("violations[0].message"))
        .contains(first.facilitators().getFirst());
    assertThat(Psql.count("select count(*) from programme_run")).isEqualTo(runs);
  }

  @Test
  void a_session_moves_to_no_hour_that_is_taken_and_frees_the_one_it_leaves() {
    Map<String, Object> request = CourseFixture.request(wednesday());
    CourseFixture early = CourseFixture.scheduled(request);
    request.put("schedule", Map.of("startTime", "21:00"));
    CourseFixture late = CourseFixture.scheduled(request);
    String day = wednesday().toString();

    Response taken =
        move(early.session(1), "rescheduling", Map.of("date", day, "startTime", "20:30"));
    Response nextDay =
        move(
            late.session(1),
            "rescheduling",
            Map.of("date", wednesday().plusDays(1).toString(), "startTime", "09:00"));
    Response freed =
        move(early.session(1), "rescheduling", Map.of("date", day, "startTime", "20:30"));

    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(nextDay.statusCode()).as(nextDay.asString()).isEqualTo(200);
    assertThat(freed.statusCode()).as(freed.asString()).isEqualTo(200);
  }

  @Test
  void a_cancelled_session_and_a_replaced_facilitator_are_free_again() {
    Map<String, Object> request = CourseFixture.request(wednesday());
    CourseFixture first = CourseFixture.scheduled(request);
    String cover = "cover-" + UUID.randomUUID();
    Map<String, Object> other = CourseFixture.request(wednesday());
    other.put("facilitators", List.of(first.facilitators().getFirst(), cover));

    assertThat(post("/v1/runs", other).statusCode()).isEqualTo(409);
    assertThat(move(first.path(), "cancellation", Map.of("reasonCode", "NO_VENUE")).statusCode())
        .isEqualTo(200);
    CourseFixture second = CourseFixture.scheduled(other);
    CourseFixture third = CourseFixture.weekly(wednesday());
    Response taken =
        move(
            third.session(1),
            "facilitator-replacement",
            Map.of("facilitators", List.of(cover, third.facilitators().getFirst())));
    Response released =
        move(
            second.session(1),
            "facilitator-replacement",
            Map.of("facilitators", List.of(second.facilitators().getFirst(), cover + "-2")));
    Response free =
        move(
            third.session(1),
            "facilitator-replacement",
            Map.of("facilitators", List.of(cover, third.facilitators().getFirst())));

    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(released.statusCode()).as(released.asString()).isEqualTo(200);
    assertThat(free.statusCode()).as(free.asString()).isEqualTo(200);
  }

  @Test
  void what_is_entered_after_the_day_books_nobody() {
    Map<String, Object> request = CourseFixture.request(LocalDate.of(2024, 3, 5));

    assertThat(post("/v1/runs", request).statusCode()).isEqualTo(201);
    assertThat(post("/v1/runs", request).statusCode()).isEqualTo(201);
  }

  @Test
  void the_database_itself_refuses_a_second_booking() {
    CourseFixture one = CourseFixture.weekly(wednesday());
    CourseFixture other = CourseFixture.weekly(wednesday());

    assertThatThrownBy(() ->
            execute(
                """
                insert into booking (session_id, borough_code, kind, resource, during)
                select s.id, b.borough_code, b.kind, b.resource, b.during
                from booking b join programme_session f on f.id = b.session_id
                join programme_session s on s.index = f.index
                where f.run_id = '%s' and s.run_id = '%s'
                """
                    .formatted(one.id(), other.id())))
        .isInstanceOfSatisfying(
            SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo("23P01"));
  }

  private static List<Integer> atOnce(Map<String, Object> request, int times) throws Exception {
    return atOnce(IntStream.range(0, times).mapToObj(_ -> request).toList());
  }

  private static List<Integer> atOnce(List<Map<String, Object>> requests) throws Exception {
    List<Callable<Integer>> calls =
        requests.stream()
            .map(request -> (Callable<Integer>) () -> post("/v1/runs", request).statusCode())
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(calls).stream().map(done -> done.resultNow()).toList();
    }
  }

  /** A Wednesday to come whose holidays, and those of the half year after it, are known. */
  private static LocalDate wednesday() {
    LocalDate day =
        LocalDate.now(Clock.systemUTC())
            .plusDays(60)
            .with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
    return HOLIDAYS.isHoliday(day) ? day.plusWeeks(2) : day;
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = Psql.asService();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('app.borough', '*', true)");
      statement.execute(sql);
      connection.rollback();
    }
  }
}
