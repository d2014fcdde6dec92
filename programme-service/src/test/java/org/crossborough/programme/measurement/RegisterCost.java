package org.crossborough.programme.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ProgrammeApi.FACILITATOR;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Tokens;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Prints what it costs to hand in the register of twelve men beside a thousand runs, 12,000 men and
 * 120,000 lines. Not named as a test, so that no build runs it; everybody in it is generated.
 */
@QuarkusTest
class RegisterCost {

  private static final Logger LOG = Logger.getLogger(RegisterCost.class);
  private static final int WARM_UP = 200;
  private static final int CALLS = 400;

  private static final String SEED =
      """
      insert into programme_run (id, borough_code, template_code, template_version,
        minimum_countable_minutes, venue, starts_on, ends_on, capacity, facilitators, scheduled_at,
        version)
      select uuidv7(), 'E09000019', 'MEN_AND_MASCULINITIES_WEEKLY', 1, 1800, 'Registered ' || n,
        date '2025-01-07', date '2025-07-01', 12, array['generated-' || n, 'demo-facilitator'],
        now(), 0
      from generate_series(1, 1000) n;
      insert into programme_session (id, run_id, borough_code, index, date, start_time,
        planned_minutes, countable_minutes, module_codes, parts, status, actual_minutes,
        facilitators, held_by, held_at, register_changes, version, planned_facilitators)
      select uuidv7(), r.id, r.borough_code, i, r.starts_on + 7 * (i - 1), '18:00', 180, 150,
        array['MASCULINITY'],
        '[{"minutes":30,"countable":false,"moduleCode":"RECOVERY","approachTags":[]},'
          || '{"minutes":150,"countable":true,"moduleCode":"MASCULINITY","approachTags":[]}]',
        'HELD', 180, r.facilitators, 'generated', now(), 0, 0, r.facilitators
      from programme_run r, generate_series(1, 11) i where r.venue like 'Registered %';
      insert into enrolment (id, referral_id, person_id, run_id, borough_code, status,
        attended_minutes, countable_minutes, started_on, version)
      select uuidv7(), gen_random_uuid(), gen_random_uuid(), r.id, r.borough_code, 'ACTIVE', 1800,
        1500, r.starts_on, 0
      from programme_run r, generate_series(1, 12) where r.venue like 'Registered %';
      insert into enrolment_place (id, enrolment_id, run_id, borough_code, purpose)
      select uuidv7(), e.id, e.run_id, e.borough_code, 'PROGRAMME'
      from enrolment e join programme_run r on r.id = e.run_id where r.venue like 'Registered %';
      insert into attendance (id, session_id, enrolment_id, borough_code, revision, code,
        attended_minutes, countable_minutes, held_on, recorded_at, recorded_by)
      select uuidv7(), s.id, e.id, s.borough_code, 1, 'ATTENDED', 180, 150, s.date, now(),
        'generated'
      from programme_session s join enrolment e on e.run_id = s.run_id
        join programme_run r on r.id = s.run_id
      where r.venue like 'Registered %' and s.index <= 10;
      """;

  private static final String TO_TAKE =
      """
      select s.id, array_to_string(array_agg(e.id), ',') as men
      from programme_session s join programme_run r on r.id = s.run_id
        join enrolment e on e.run_id = r.id
      where r.venue like 'Registered %' and s.index = 11 group by s.id order by s.id
      """;

  @Test
  void a_register_of_twelve_men() throws Exception {
    seed();
    List<Map<String, Object>> sessions = Psql.rows("*", TO_TAKE);
    LOG.infof(
        "%d lines; load average before: %.2f",
        Psql.count("select count(*) from attendance"), loadAverage());
    long[] micros = new long[CALLS];
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < WARM_UP + CALLS; i++) {
        HttpRequest request = request(sessions.get(i));
        long start = System.nanoTime();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (i >= WARM_UP) {
          micros[i - WARM_UP] = (System.nanoTime() - start) / 1000;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      }
    }
    Arrays.sort(micros);
    LOG.infof(
        "register of 12: p50 %.1f ms, p95 %.1f ms; load average after: %.2f",
        micros[CALLS / 2] / 1000.0, micros[CALLS * 95 / 100] / 1000.0, loadAverage());
  }

  private static HttpRequest request(Map<String, Object> session) {
    List<String> men = List.of(String.valueOf(session.get("men")).split(","));
    assertThat(men).hasSize(12);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < men.size(); i++) {
      lines.append(i == 0 ? "" : ",").append("{\"enrolmentId\":\"" + men.get(i) + "\",");
      lines.append(
          switch (i) {
            case 0 -> "\"code\":\"ABSENT_UNAUTHORISED\"}";
            case 1 -> "\"code\":\"PARTIAL\",\"arrivedAt\":\"19:30\",\"leftAt\":\"21:00\"}";
            default -> "\"code\":\"ATTENDED\",\"arrivedAt\":\"18:00\",\"leftAt\":\"21:00\"}";
          });
    }
    String path = "/v1/sessions/" + session.get("id") + "/register";
    return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
        .header("Authorization", "Bearer " + Tokens.of(FACILITATOR))
        .header("Content-Type", "application/json")
        .header("If-Match", "*")
        .PUT(HttpRequest.BodyPublishers.ofString("{\"entries\":[" + lines + "]}"))
        .build();
  }

  private static double loadAverage() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static void seed() throws SQLException {
    try (Connection connection = Psql.asService();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('app.borough', '*', true)");
      statement.execute(SEED);
      connection.commit();
    }
    try (Connection connection = Psql.asOwner();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "analyze programme_run, programme_session, enrolment, enrolment_place, attendance");
    }
  }
}
