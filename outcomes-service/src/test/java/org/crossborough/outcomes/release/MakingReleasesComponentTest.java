package org.crossborough.outcomes.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.outcomes.driver.OutcomesApi;
import org.crossborough.outcomes.driver.Population;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From counted people to what each reader is shown, and what is refused on the way. */
@QuarkusTest
class MakingReleasesComponentTest {

  private static final String ISLINGTON = "E09000019";
  private static final String CAMDEN = "E09000007";
  private static final LocalDate MAY = LocalDate.parse("2025-05-12");
  private static final LocalDate AUGUST = LocalDate.parse("2025-08-12");

  private final OutcomesApi analyst = OutcomesApi.as("demo-outcomes-analyst");
  private Population people;

  @BeforeEach
  void forget() throws SQLException {
    people = Population.none();
  }

  @Test
  void a_boroughs_own_feed_is_exact() throws SQLException {
    people.men(ISLINGTON, MAY, 30, 26, 20);
    people.referred(ISLINGTON, MAY, "GP", 3);
    var _ = release("borough", "2025-Q1", ISLINGTON);

    List<Map<String, Object>> cells = cells("demo-commissioner-borough", "borough");
    assertThat(cell(cells, "M-08", "ALL"))
        .containsEntry("numerator", 26)
        .containsEntry("denominator", 30)
        .containsEntry("value", "86.7")
        .containsEntry("suppressed", false);
    assertThat(cell(cells, "M-12", "MEN_AND_MASCULINITIES")).containsEntry("value", "76.9");
    assertThat(cell(cells, "M-01", "HEALTH")).containsEntry("numerator", 3);
    assertThat(cell(cells, "M-08", "OTHER"))
        .containsEntry("numerator", 0)
        .doesNotContainKey("value");
    assertThat(cells("demo-commissioner-camden", "borough")).isEmpty();
  }

  @Test
  void londons_feed_is_rounded_and_its_small_numbers_are_stars() throws SQLException {
    people.men(ISLINGTON, MAY, 30, 26, 20);
    people.referred(CAMDEN, MAY, "GP", 3);
    people.referred(CAMDEN, MAY, "POLICE", 42);
    var _ = release("london", "2025-Q1", null);

    List<Map<String, Object>> cells = cells("demo-commissioner-london", "london");
    assertThat(cell(cells, "M-08", "ALL"))
        .containsEntry("numerator", 25)
        .containsEntry("denominator", 30)
        .containsEntry("value", "83.3");
    assertThat(cell(cells, "M-01", "HEALTH"))
        .containsEntry("numerator", "*")
        .containsEntry("value", "*")
        .containsEntry("suppressed", true);
    assertThat(cell(cells, "M-01", "JUSTICE")).containsEntry("numerator", 40);
  }

  @Test
  void a_period_that_is_not_over_is_told_to_nobody() {
    assertRefused("london", "2099-Q1", 409, "/problems/release/period-not-over");
  }

  @Test
  void the_same_figures_are_not_released_twice() throws SQLException {
    people.men(ISLINGTON, MAY, 30, 26, 20);
    var _ = release("london", "2025-Q1", null);

    assertRefused("london", "2025-Q1", 409, "/problems/release/unchanged");
  }

  @Test
  void late_facts_make_a_new_version_and_leave_the_old_lines_alone() throws SQLException {
    people.men(ISLINGTON, MAY, 30, 26, 20);
    var _ = release("borough", "2025-Q1", ISLINGTON);
    List<Map<String, Object>> before = cells("demo-commissioner-borough", "borough");
    people.men(ISLINGTON, MAY, 1, 1, 1);

    assertThat(release("borough", "2025-Q1", ISLINGTON).getInt("version")).isEqualTo(2);

    List<Map<String, Object>> after = cells("demo-commissioner-borough", "borough");
    assertThat(after.subList(before.size(), after.size())).isEqualTo(before);
    assertThat(cell(after, "M-08", "ALL")).containsEntry("numerator", 27);
  }

  @Test
  void a_year_beside_its_quarters_is_attacked_with_them() throws SQLException {
    people.referred(ISLINGTON, MAY, "GP", 30);
    people.referred(ISLINGTON, AUGUST, "GP", 2);
    for (String quarter : List.of("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4")) {
      var _ = release("london", quarter, null);
    }
    leak("quarter=Q1", 30);
    var _ = release("national", "2025", null);

    // 32, shown as 30, would leave 0 to 2 for the hidden quarter.
    assertThat(cell(cells("demo-commissioner-national", "national"), "M-01", "ALL"))
        .containsEntry("numerator", "*");
  }

  @Test
  void what_the_ledger_gives_away_already_is_refused_with_the_cell_and_the_reason()
      throws SQLException {
    people.referred(ISLINGTON, MAY, "GP", 2);
    people.referred(ISLINGTON, MAY, "POLICE", 30);
    var _ = release("london", "2025-Q1", null);
    leak("quarter=Q1, source=HEALTH", 2);
    people.referred(CAMDEN, MAY, "POLICE", 30);

    JsonPath refusal =
        analyst
            .post("/v1/releases", "{\"product\":\"london\",\"period\":\"2025-Q1\"}")
            .then()
            .statusCode(409)
            .extract()
            .jsonPath();

    assertThat(refusal.getString("type")).isEqualTo("/problems/release/would-disclose");
    assertThat(refusal.getString("violations[0].field"))
        .contains("referrals-by-source")
        .contains("source=HEALTH");
    assertThat(refusal.getString("violations[0].message")).contains("2 to 2");
  }

  @Test
  void a_number_that_grew_by_a_few_is_not_shown_again_and_one_that_grew_by_many_is()
      throws SQLException {
    people.referred(ISLINGTON, MAY, "GP", 30);
    var _ = release("london", "2025-Q1", null);
    leak("quarter=Q1, source=HEALTH", 30);

    people.referred(ISLINGTON, MAY, "GP", 3);
    assertRefused("london", "2025-Q1", 409, "/problems/release/would-disclose");
    people.referred(ISLINGTON, MAY, "GP", 10);
    assertThat(release("london", "2025-Q1", null).getInt("version")).isEqualTo(2);
  }

  @Test
  void the_ledger_and_the_lines_cannot_be_changed() throws SQLException {
    people.men(ISLINGTON, MAY, 30, 26, 20);
    var _ = release("london", "2025-Q1", null);

    for (String table : List.of("feed_release", "feed_cell", "released_claim")) {
      assertThatThrownBy(() -> Psql.rows("*", "delete from " + table + " returning 1"))
          .isInstanceOf(SQLException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"product\":\"nothing\",\"period\":\"2025-Q1\"}",
        "{\"product\":\"london\",\"period\":\"2025\"}",
        "{\"product\":\"london\",\"period\":\"2025-Q5\"}",
        "{\"product\":\"national\",\"period\":\"2025-Q1\"}",
        "{\"product\":\"borough\",\"period\":\"2025-Q1\"}",
        "{\"product\":\"borough\",\"period\":\"2025-Q1\",\"area\":\"E09000099\"}",
        "{\"product\":\"london\",\"period\":\"2025-Q1\",\"area\":\"E09000019\"}",
        "{\"product\":\"london\"}"
      })
  void what_is_no_product_is_refused(String order) {
    analyst.post("/v1/releases", order).then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo-commissioner-borough",
        "demo-commissioner-london",
        "demo-commissioner-national",
        "demo-borough-islington"
      })
  void only_an_analyst_releases(String caller) {
    String order = "{\"product\":\"london\",\"period\":\"2025-Q1\"}";
    OutcomesApi.as(caller).post("/v1/releases", order).then().statusCode(403);
    OutcomesApi.as(caller).get("/v1/releases").then().statusCode(403);
  }

  private JsonPath release(String product, String period, @Nullable String area) {
    String where = area == null ? "" : ",\"area\":\"%s\"".formatted(area);
    return analyst
        .post(
            "/v1/releases",
            "{\"product\":\"%s\",\"period\":\"%s\"%s}".formatted(product, period, where))
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private void assertRefused(String product, String period, int status, String type) {
    JsonPath refusal =
        analyst
            .post(
                "/v1/releases", "{\"product\":\"%s\",\"period\":\"%s\"}".formatted(product, period))
            .then()
            .statusCode(status)
            .extract()
            .jsonPath();
    assertThat(refusal.getString("type")).isEqualTo(type);
  }

  /** Enters into the ledger what somebody let slip. */
  private static void leak(String people, int number) throws SQLException {
    try (var owner = Psql.asOwner();
        var statement = owner.createStatement()) {
      statement.execute("select set_config('app.borough', '*', false)");
      statement.execute(
          """
          insert into released_claim (release_id, subject, year, people, low, high)
          select id, 'REFERRALS', 2025, '%s', %d, %d from feed_release limit 1
          """
              .formatted(people, number, number));
    }
  }

  private static List<Map<String, Object>> cells(String caller, String product) {
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

  private static Map<String, Object> cell(
      List<Map<String, Object>> cells, String metric, String breakdown) {
    return cells.stream()
        .filter(it -> metric.equals(it.get("metric")) && breakdown.equals(it.get("breakdown")))
        .findFirst()
        .orElseThrow();
  }
}
