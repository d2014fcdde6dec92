package org.crossborough.programme.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ProgrammeApi.FACILITATOR;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Tokens;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Prints what reading costs with few and with a thousand runs. Not named as a test, so that no
 * build runs it; everybody in it is generated.
 */
@QuarkusTest
class FlatCost {

  private static final Logger LOG = Logger.getLogger(FlatCost.class);
  private static final int CALLS = 400;

  /** Weekly runs that began in the last two years or begin soon, each with nine men. */
  private static final String SEED =
      """
      insert into programme_run (id, borough_code, template_code, template_version,
        minimum_countable_minutes, venue, starts_on, ends_on, capacity, facilitators, scheduled_at,
        version, intake, intake_every_weeks)
      select uuidv7(), 'E09000019', 'MEN_AND_MASCULINITIES_WEEKLY', 1, 1800, 'Generated ' || n,
        d, d + 175, 12, array['generated-' || n, 'demo-facilitator'], now(), 0,
        case n % 2 when 0 then 'ROLLING' else 'CLOSED' end, case n % 2 when 0 then 6 end
      from generate_series(:from, :to) n,
        lateral (select current_date - 700 + (n * 37 % 760) as d) day;
      insert into programme_session (id, run_id, borough_code, index, date, start_time,
        planned_minutes, countable_minutes, module_codes, status, facilitators, register_changes,
        version, planned_facilitators)
      select uuidv7(), r.id, r.borough_code, i, r.starts_on + 7 * (i - 1), '18:00', 180, 150,
        array['MASCULINITY'], 'SCHEDULED', '{}', 0, 0,
        case when i = 1 then r.facilitators else array[r.facilitators[1]] end
      from programme_run r, generate_series(1, 26) i
      where not exists (select from programme_session s where s.run_id = r.id);
      insert into enrolment (id, referral_id, person_id, run_id, borough_code, status,
        attended_minutes, countable_minutes, version)
      select uuidv7(), gen_random_uuid(), gen_random_uuid(), r.id, r.borough_code, 'PLANNED', 0, 0, 0
      from programme_run r, generate_series(1, 9)
      where r.venue like 'Generated %'
        and not exists (select from enrolment e where e.run_id = r.id);
      insert into waiting_referral (referral_id, borough_code, waiting_since, waiting, told_at)
      select gen_random_uuid(), 'E0900000' || (1 + n % 9), current_date - n % 100, true, now()
      from generate_series(1, 60) n
      where not exists (select from waiting_referral where waiting);
      """;

  @Test
  void a_thousand_runs_cost_what_ten_do() throws Exception {
    measureWith(1, 10);
    measureWith(11, 1000);
  }

  private static void measureWith(int from, int to) throws Exception {
    seed(SEED.replace(":from", "" + from).replace(":to", "" + to));
    long runs = Psql.count("select count(*) from programme_run");
    Object id =
        Psql.rows("*", "select id from programme_run order by id desc").getFirst().get("id");
    LocalDate day = LocalDate.now(Clock.systemUTC());
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("facilitator's day", "/v1/facilitators/me/day?date=" + day.plusDays(3));
    paths.put("my calendar", "/v1/facilitators/me/calendar.ics");
    paths.put("run", "/v1/runs/" + id);
    paths.put("run overview", "/v1/runs?limit=20");
    paths.put("capacity", "/v1/capacity?limit=20");
    paths.put("forecast", "/v1/capacity/forecast");
    for (Map.Entry<String, String> path : paths.entrySet()) {
      LOG.infof("%d runs, %s: %s", runs, path.getKey(), percentiles(path.getValue()));
    }
    String figures = "/v1/programme-figures?from=" + day.minusYears(1) + "&to=" + day;
    assertThat(as(MANAGER).get(figures).statusCode()).isEqualTo(200);
  }

  private static String percentiles(String path) throws Exception {
    assertThat(as(FACILITATOR).get(path).statusCode()).isEqualTo(200);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
              .header("Authorization", "Bearer " + Tokens.of(FACILITATOR))
              .build();
      long[] micros = new long[CALLS];
      for (int i = -50; i < CALLS; i++) {
        long start = System.nanoTime();
        int status = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        assertThat(status).isEqualTo(200);
        if (i >= 0) {
          micros[i] = (System.nanoTime() - start) / 1000;
        }
      }
      Arrays.sort(micros);
      return "p50 %.1f ms, p95 %.1f ms"
          .formatted(micros[CALLS / 2] / 1000.0, micros[CALLS * 95 / 100] / 1000.0);
    }
  }

  private static void seed(String sql) throws SQLException {
    try (Connection connection = Psql.asService();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('app.borough', '*', true)");
      statement.execute(sql);
      connection.commit();
    }
    try (Connection connection = Psql.asOwner();
        Statement statement = connection.createStatement()) {
      statement.execute("analyze programme_run, programme_session, enrolment, waiting_referral");
    }
  }
}
