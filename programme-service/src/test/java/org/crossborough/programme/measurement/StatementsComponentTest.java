package org.crossborough.programme.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ProgrammeApi.FACILITATOR;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.programme.driver.RoundTrips;
import org.junit.jupiter.api.Test;

/** What an operation asks of the database does not grow; everybody in it is generated. */
@QuarkusTest
class StatementsComponentTest {

  /** Runs of twelve men who have not started, with three sessions held, led by one of their own. */
  private static final String SEED =
      """
      insert into programme_run (id, borough_code, template_code, template_version,
        minimum_countable_minutes, venue, starts_on, ends_on, capacity, facilitators, scheduled_at,
        version)
      select uuidv7(), 'E09000019', 'MEN_AND_MASCULINITIES_WEEKLY', 1, 1800, ':place ' || n,
        current_date - 7, current_date + 168, 12, array[':place'], now(), 0
      from generate_series(1, :runs) n;
      insert into programme_session (id, run_id, borough_code, index, date, start_time,
        planned_minutes, countable_minutes, module_codes, status, actual_minutes, facilitators,
        held_by, held_at, register_changes, version, planned_facilitators)
      select uuidv7(), r.id, r.borough_code, i, r.starts_on + i, '10:00', 180, 150,
        array['MASCULINITY'], 'HELD', 180, r.facilitators, 'generated', now(), 0, 0, r.facilitators
      from programme_run r, generate_series(1, 3) i where r.venue like ':place %';
      update programme_run set last_intake_on = last_intake_of(id) where venue like ':place %';
      insert into enrolment (id, referral_id, person_id, run_id, borough_code, status,
        attended_minutes, countable_minutes, version)
      select uuidv7(), gen_random_uuid(), gen_random_uuid(), r.id, r.borough_code, 'PLANNED', 0, 0, 0
      from programme_run r, generate_series(1, 12) where r.venue like ':place %';
      insert into enrolment_place (id, enrolment_id, run_id, borough_code, purpose)
      select uuidv7(), e.id, e.run_id, e.borough_code, 'PROGRAMME'
      from enrolment e join programme_run r on r.id = e.run_id where r.venue like ':place %';
      insert into start_clearance (referral_id, cleared_at)
      select e.referral_id, now()
      from enrolment e join programme_run r on r.id = e.run_id where r.venue like ':place %';
      """;

  @Test
  void a_register_takes_as_many_round_trips_for_twelve_men_as_for_two() throws SQLException {
    String place = "counted-" + UUID.randomUUID();
    seed(place, 3);
    List<Map<String, Object>> runs =
        Psql.rows("*", "select id from programme_run where venue like ? order by id", place + " %");
    List<Object> ids = runs.stream().map(run -> run.get("id")).toList();
    // The first one lets the service look up once what never changes.
    var _ = registers(ids.get(0), 12);

    List<Integer> ofTwo = registers(ids.get(1), 2);
    List<Integer> ofTwelve = registers(ids.get(2), 12);

    assertThat(ofTwelve).isEqualTo(ofTwo);
    assertThat(ofTwelve).allSatisfy(trips -> assertThat(trips).isBetween(5, 20));
  }

  /**
   * Half of the men start and half are absent without leave; then it is the other way round; then
   * those who were absent at first make up for it, and the others are absent a second time.
   */
  private static List<Integer> registers(Object run, int men) throws SQLException {
    List<String> sessions =
        texts("select id from programme_session where run_id = ? order by index", run);
    List<String> some = texts("select id from enrolment where run_id = ? order by id", run);
    List<Integer> trips = new ArrayList<>();
    for (int session = 0; session < 3; session++) {
      List<Map<String, Object>> lines = new ArrayList<>();
      for (int man = 0; man < men; man++) {
        boolean there = (man + session) % 2 == 0;
        Map<String, Object> line = new TreeMap<>(Map.of("enrolmentId", some.get(man)));
        line.put("code", there ? "ATTENDED" : "ABSENT_UNAUTHORISED");
        line.put("attendedMinutes", there ? 180 : 0);
        if (session == 2 && !there) {
          line.put("code", "MAKE_UP");
          line.put("attendedMinutes", 100);
          line.put("makesUpFor", sessions.getFirst());
        } else if (session == 2) {
          line.put("code", "ABSENT_UNAUTHORISED");
          line.put("attendedMinutes", 0);
        }
        lines.add(line);
      }
      String path = "/v1/sessions/" + sessions.get(session) + "/register";
      trips.add(
          RoundTrips.of(() -> {
            Response taken =
                as(FACILITATOR).header("If-Match", "*").body(Map.of("entries", lines)).put(path);
            assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
          }));
    }
    return trips;
  }

  @Test
  void reading_takes_as_many_round_trips_beside_fifty_runs_as_beside_two() throws SQLException {
    String place = "counted-" + UUID.randomUUID();
    seed(place, 2);
    Object run =
        Psql.rows("*", "select id from programme_run where venue like ?", place + " %")
            .getFirst()
            .get("id");
    LocalDate day = LocalDate.now(Clock.systemUTC()).minusDays(6);
    List<String> paths =
        List.of(
            "/v1/facilitators/" + place + "/day?date=" + day,
            "/v1/facilitators/" + place + "/calendar.ics",
            "/v1/runs/" + run,
            "/v1/runs/" + run + "/calendar.ics",
            "/v1/runs/" + run + "/enrolments?limit=100",
            "/v1/runs/" + run + "/attendance-grid",
            "/v1/runs?limit=100",
            "/v1/capacity?limit=100",
            "/v1/capacity/forecast",
            "/v1/enrolments/minutes-mismatches",
            "/v1/programme-figures?from=" + day.minusYears(1) + "&to=" + day);
    Map<String, Integer> few = read(paths);

    seed(place, 48);

    assertThat(read(paths)).isEqualTo(few);
    assertThat(few.values()).allSatisfy(trips -> assertThat(trips).isBetween(2, 12));
  }

  private static Map<String, Integer> read(List<String> paths) {
    Map<String, Integer> trips = new LinkedHashMap<>();
    for (String path : paths) {
      Runnable read = () -> assertThat(as(MANAGER).get(path).statusCode()).as(path).isEqualTo(200);
      read.run();
      trips.put(path, RoundTrips.of(read));
    }
    return trips;
  }

  private static List<String> texts(String sql, Object value) throws SQLException {
    return Psql.rows("*", sql, value).stream().map(row -> String.valueOf(row.get("id"))).toList();
  }

  private static void seed(String place, int runs) throws SQLException {
    String lot = place + " " + UUID.randomUUID();
    try (Connection connection = Psql.asService();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('app.borough', '*', true)");
      statement.execute(
          SEED.replace("array[':place']", "array['" + place + "']")
              .replace(":place", lot)
              .replace(":runs", "" + runs));
      connection.commit();
    }
  }
}
