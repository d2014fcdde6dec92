package org.crossborough.outcomes.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.outcomes.driver.OutcomesApi;
import org.crossborough.outcomes.driver.Population;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every count of the catalogue leaves in a feed: forty generated men, counted by hand. */
@QuarkusTest
class CatalogueInFeedsComponentTest {

  private static final String ISLINGTON = "E09000019";

  /** Whoever has the lower number got further; see the expectations below. */
  private static final String FORTY_MEN =
      """
      insert into known_run (run_id, borough_code, template_code, template_version, starts_on,
                             ends_on, minimum_countable_minutes)
      values (md5('run')::uuid, 'E09000019', 'MEN_AND_MASCULINITIES', 1, '2025-04-28',
              '2025-06-30', 1800);
      insert into known_screening (screening_id, borough_code, instrument_code, result, screened_on)
      select md5('screening' || n)::uuid, 'E09000019', 'DEMO',
             case when n <= 12 then 'POSITIVE_DISCLOSED' when n <= 18 then 'NEGATIVE'
                  else 'INCOMPLETE' end, '2025-04-02'
      from generate_series(1, 20) n;
      insert into participation (referral_id, person_id, referring_borough_code, referrer_type,
        referred_on, screening_id, returned_incomplete, assessed_on, decision, decided_on,
        acceptance_basis, run_id, first_countable_on, countable_minutes, ended_on, outcome,
        exit_reason)
      select md5('referral' || n)::uuid, md5('man' || n)::uuid, 'E09000019', 'GP', '2025-04-10',
        case when n <= 9 then md5('screening' || n)::uuid end, n <= 10,
        case when n <= 36 then date '2025-04-20' end,
        case when n <= 32 then 'ACCEPTED' when n <= 36 then 'DECLINED' end,
        case when n <= 36 then date '2025-04-25' end,
        case when n <= 24 then 'RECEIPT' when n <= 32 then 'EXCEPTION' end,
        case when n <= 32 then md5('run')::uuid end,
        case when n <= 12 then date '2025-05-01' when n <= 30 then date '2025-05-02' end,
        case when n <= 20 then 1800 when n <= 30 then 1799 else 0 end,
        case when n <= 26 then date '2025-06-20' end,
        case when n <= 16 then 'COMPLETED' when n <= 26 then 'EXITED' end,
        case when n between 17 and 21 then 'DROPPED_OUT' when n between 22 and 26 then 'NEW' end
      from generate_series(1, 40) n;
      insert into known_referral
      select referral_id, person_id, referring_borough_code from participation;
      insert into top_record (id, referral_id, borough_code, stage, interviewed_on, form_version,
                              received_at, received_from, organisation, version)
      select md5('start' || n)::uuid, md5('referral' || n)::uuid, 'E09000019', 'START',
             date '2025-04-28', 'TOP_2018_PLUS', now(), 'demo', 'demo', 0
      from generate_series(1, 15) n
      union all
      select md5('exit' || n)::uuid, md5('referral' || n)::uuid, 'E09000019', 'EXIT',
             date '2025-06-21', 'TOP_2018_PLUS', now(), 'demo', 'demo', 0
      from generate_series(1, 10) n;
      insert into top_measure (top_record_id, person_id, borough_code, stage, interviewed_on,
                               alcohol)
      select md5('start' || n)::uuid, md5('man' || n)::uuid, 'E09000019', 'START',
             date '2025-04-28', 10
      from generate_series(1, 15) n
      union all
      select md5('exit' || n)::uuid, md5('man' || n)::uuid, 'E09000019', 'EXIT',
             date '2025-06-21', case when n <= 4 then 0 else 10 end
      from generate_series(1, 10) n
      """;

  @BeforeEach
  void fill() throws SQLException {
    var _ = Population.none();
    try (Connection owner = Psql.asOwner();
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("select set_config('app.borough', '*', true)");
      statement.execute(FORTY_MEN);
      owner.commit();
    }
  }

  @Test
  void a_borough_reads_every_count_of_its_own_exactly() {
    release("borough", "2025-Q1", ISLINGTON);
    List<Map<String, Object>> lines = lines("demo-commissioner-borough", "borough");

    assertThat(total(lines, "M-01", null)).isEqualTo("40 of null");
    assertThat(total(lines, "M-02", null)).isEqualTo("12 of 18");
    assertThat(total(lines, "M-03", null)).isEqualTo("9 of 12");
    assertThat(total(lines, "M-04", null)).isEqualTo("10 of 40");
    assertThat(total(lines, "M-05", null)).isEqualTo("36 of 40");
    assertThat(total(lines, "M-06", null)).isEqualTo("32 of 36");
    assertThat(total(lines, "M-07", null)).isEqualTo("30 of 32");
    assertThat(total(lines, "M-08", null)).isEqualTo("30 of 32");
    assertThat(total(lines, "M-10", "WITHIN_21_DAYS")).isEqualTo("12 of 30");
    assertThat(total(lines, "M-12", null)).isEqualTo("20 of 30");
    assertThat(total(lines, "M-13", null)).isEqualTo("16 of 30");
    assertThat(total(lines, "M-15", "DROPPED_OUT")).isEqualTo("5 of 10");
    assertThat(total(lines, "M-15", "OTHER")).isEqualTo("5 of 10");
    assertThat(total(lines, "M-15", "DIED")).isEqualTo("0 of 10");
    assertThat(total(lines, "M-16", null)).isEqualTo("24 of 32");
    assertThat(total(lines, "M-20", "START")).isEqualTo("15 of 30");
    assertThat(total(lines, "M-20", "EXIT")).isEqualTo("10 of 26");
    assertThat(line(lines, "M-23", null, "ALCOHOL")).isEqualTo("4 of 10");
    assertThat(line(lines, "M-06", null, "HEALTH")).isEqualTo("32 of 36");
  }

  @Test
  void what_leaves_the_borough_is_a_star_or_a_step_of_five() {
    release("london", "2025-Q1", null);
    release("national", "2025", null);

    for (List<Map<String, Object>> lines :
        List.of(
            lines("demo-commissioner-london", "london"),
            lines("demo-commissioner-national", "national"))) {
      assertThat(lines)
          .flatExtracting(line ->
              Stream.of(line.get("numerator"), line.getOrDefault("denominator", 0)).toList())
          .allSatisfy(
              number -> assertThat(number.equals("*") || ((Integer) number) % 5 == 0).isTrue());
      assertThat(total(lines, "M-06", null)).isEqualTo("30 of 35");
      assertThat(total(lines, "M-16", null)).isEqualTo("25 of 30");
      // Five for one reason, five for another: each small.
      assertThat(total(lines, "M-15", "DROPPED_OUT")).startsWith("* of");
      assertThat(line(lines, "M-23", null, "ALCOHOL")).startsWith("* of");
    }
  }

  private static void release(String product, String period, @Nullable String area) {
    String where = area == null ? "" : ",\"area\":\"%s\"".formatted(area);
    OutcomesApi.as("demo-outcomes-analyst")
        .post(
            "/v1/releases",
            "{\"product\":\"%s\",\"period\":\"%s\"%s}".formatted(product, period, where))
        .then()
        .statusCode(201);
  }

  private static List<Map<String, Object>> lines(String caller, String product) {
    return OutcomesApi.as(caller)
        .get("/v1/feeds/" + product + "/cells.ndjson")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .map(line -> new JsonPath(line).<String, Object>getMap(""))
        .toList();
  }

  private static String total(
      List<Map<String, Object>> lines, String metric, @Nullable String variant) {
    return line(lines, metric, variant, "ALL");
  }

  private static String line(
      List<Map<String, Object>> lines, String metric, @Nullable String variant, String breakdown) {
    return lines.stream()
        .filter(line -> metric.equals(line.get("metric")))
        .filter(line -> Objects.equals(variant, line.get("variant")))
        .filter(line -> breakdown.equals(line.get("breakdown")))
        .map(line -> line.get("numerator") + " of " + line.get("denominator"))
        .findFirst()
        .orElse("no such line");
  }
}
