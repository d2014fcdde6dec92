package org.crossborough.outcomes.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.SafetyEvent.Cell;
import org.crossborough.contracts.SafetyEvent.SafetyAggregatesPublished;
import org.crossborough.outcomes.driver.OtherServices;
import org.crossborough.outcomes.driver.OutcomesApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read figures, which there are, and what the support side's releases look like. */
@QuarkusTest
class MetricAccessComponentTest {

  private static final Instant JUNE = Instant.parse("2026-06-01T09:00:00Z");

  private final OutcomesApi analyst = OutcomesApi.as("demo-outcomes-analyst");

  @BeforeEach
  void forget() throws SQLException {
    OtherServices.forgetEverything();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo-borough-islington",
        "demo-drug-alcohol-worker",
        "demo-assessor",
        "demo-facilitator",
        "demo-role-conflict"
      })
  void those_who_work_with_the_men_read_no_figures(String caller) {
    OutcomesApi.as(caller).get("/v1/metrics").then().statusCode(403);
    OutcomesApi.as(caller).get("/v1/metrics/M-08").then().statusCode(403);
  }

  @Test
  void without_a_token_nothing_is_answered() {
    RestAssured.get("/v1/metrics").then().statusCode(401);
  }

  @Test
  void the_catalogue_is_whole_even_when_there_is_nothing_to_count() {
    JsonPath list = analyst.get("/v1/metrics").then().statusCode(200).extract().jsonPath();

    assertThat(Set.copyOf(list.getList("items.id", String.class)))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 28).mapToObj("M-%02d"::formatted).toList());
    assertThat(list.getList("items.suppressed")).containsOnly(false);
    assertThat(list.getString("items.find { it.id == 'M-01' }.value")).isEqualTo("0");
    assertThat(list.getMap("items.find { it.id == 'M-08' }"))
        .containsEntry("denominator", 0)
        .containsKeys("definition", "numeratorMeaning", "denominatorMeaning", "since", "version")
        .doesNotContainKeys("value", "variant", "paired");
    assertThat(list.getBoolean("items.find { it.id == 'M-26' }.available")).isFalse();
  }

  @Test
  void a_metric_or_a_method_that_there_is_not_is_refused() {
    analyst.get("/v1/metrics/M-99").then().statusCode(404);
    analyst.get("/v1/metrics/M-18").then().statusCode(404);
    JsonPath refused =
        analyst
            .get("/v1/metrics/M-21?method=ANY_USE_DAYS")
            .then()
            .statusCode(400)
            .extract()
            .jsonPath();
    assertThat(refused.getString("type")).isEqualTo("/problems/metric/method-not-offered");
    analyst.get("/v1/metrics/M-01?by=PROGRAMME").then().statusCode(400);
    analyst.get("/v1/metrics/M-01?by=%00").then().statusCode(400);
    analyst.get("/v1/metrics/M-01?period=2026-Q5").then().statusCode(400);
    analyst.get("/v1/metrics/M-09?variant=MODE").then().statusCode(404);
  }

  @Test
  void releases_of_the_support_side_are_shown_as_they_came_to_everybody() {
    Wire.publish(
        published(
            "2026",
            JUNE,
            new Cell("M-18", "TIER_4", 16, 30, false),
            new Cell("M-18", "TIER_3", null, null, true)));

    for (String reader : List.of("demo-outcomes-analyst", "demo-commissioner-borough")) {
      JsonPath tier4 = await(OutcomesApi.as(reader), "M-18", "53.3");
      assertThat(tier4.getString("variant")).isEqualTo("TIER_4");
      assertThat(tier4.getString("period")).isEqualTo("2026");
      assertThat(tier4.getString("policy")).isEqualTo("LT10");
      assertThat(tier4.getString("scope")).isEqualTo("E12000007");
      assertThat(tier4.getString("asOf")).isEqualTo(JUNE.toString());
      JsonPath tier3 = await(OutcomesApi.as(reader), "M-18?variant=TIER_3", "*");
      assertThat(tier3.getBoolean("suppressed")).isTrue();
      assertThat(tier3.getMap("")).doesNotContainKeys("numerator", "denominator");
    }
    assertThat(analyst.get("/v1/metrics").jsonPath().getList("items.variant"))
        .contains("TIER_3", "TIER_4");
  }

  @Test
  void an_older_release_does_not_replace_a_newer_one() {
    Instant july = JUNE.plus(Duration.ofDays(30));
    Wire.publish(published("2027", july, new Cell("M-18", "TIER_4", 20, 40, false)));
    var _ = await(analyst, "M-18", "50.0");

    Wire.publish(
        published("2027", JUNE, new Cell("M-18", "TIER_4", 16, 40, false)),
        published("2028", JUNE, new Cell("M-18", "TIER_4", 30, 40, false)));
    Wire.publish(published("2026", JUNE, new Cell("M-18", "TIER_4", 10, 40, false)));

    assertThat(await(analyst, "M-18", "75.0").getString("period")).isEqualTo("2028");
  }

  private static SafetyAggregatesPublished published(String period, Instant at, Cell... cells) {
    return new SafetyAggregatesPublished(UUID.randomUUID(), at, period, "LT10", List.of(cells));
  }

  private static JsonPath await(OutcomesApi api, String path, String value) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> value.equals(api.get("/v1/metrics/" + path).jsonPath().getString("value")));
    return api.get("/v1/metrics/" + path).jsonPath();
  }
}
