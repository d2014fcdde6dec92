package org.crossborough.outcomes.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.crossborough.contracts.Event;
import org.crossborough.outcomes.driver.OtherServices;
import org.crossborough.outcomes.driver.OutcomesApi;
import org.crossborough.outcomes.driver.Population;
import org.crossborough.outcomes.driver.Story;
import org.crossborough.outcomes.driver.Tops;
import org.crossborough.outcomes.tally.TopFix1;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pilot's published figures, from events and TOPs to what each commissioner is shown. */
@QuarkusTest
class PilotFiguresComponentTest {

  private static final String ISLINGTON = "E09000019";
  private static final String CAMDEN = "E09000007";

  @BeforeEach
  void forget() throws SQLException {
    var _ = Population.none();
  }

  @Test
  void pilot_a_comes_out_for_the_borough_and_rounded_for_london() {
    List<Story> men = tellPilot(ISLINGTON, 30, 26, 20);
    handInTops(men);

    OutcomesApi borough = OutcomesApi.as("demo-commissioner-borough");
    JsonPath started = awaitFigure("M-08", borough, 26, 30);
    assertThat(started.getString("value")).isEqualTo("86.7");
    assertThat(started.getString("scope")).isEqualTo(ISLINGTON);
    assertThat(started.getString("policy")).isEqualTo("NONE");
    JsonPath reached = awaitFigure("M-12", borough, 20, 26);
    assertThat(reached.getString("value")).isEqualTo("76.9");
    assertThat(reached.getInt("thresholdMinutes")).isEqualTo(1800);

    assertThatUseAndLifeChanged(borough);
    assertThatTheRestOfTheCatalogueIsThere(borough);
    assertThatLondonReadsNothingBeforeItIsReleased();
    release("london", "2025-Q4");
    release("national", "2025");
    assertThatLondonIsRounded("demo-commissioner-london", "2025-Q4");
    assertThatLondonIsRounded("demo-commissioner-national", "2025");
    assertThatAnalystSeesAll();
    assertThat(metric("M-08", OutcomesApi.as("demo-commissioner-camden")).getInt("denominator"))
        .isZero();
    assertThatLondonReadsWhatWasReleased();
  }

  @Test
  void pilot_b_comes_out_with_one_decimal() {
    var _ = tellPilot(CAMDEN, 30, 27, 21);

    OutcomesApi borough = OutcomesApi.as("demo-commissioner-camden");
    assertThat(awaitFigure("M-08", borough, 27, 30).getString("value")).isEqualTo("90.0");
    assertThat(awaitFigure("M-12", borough, 21, 27).getString("value")).isEqualTo("77.8");
  }

  @Test
  void a_substance_that_was_answered_for_only_once_is_in_neither_sum() {
    UUID run = UUID.randomUUID();
    Story man = Story.of(ISLINGTON, run).assessed().attended(0, 900).completed();
    List<Event> facts = new ArrayList<>(man.facts());
    facts.add(Story.run(run, ISLINGTON));
    OtherServices.tellInDisorder(facts);
    UUID referral = man.referralId();
    String sender = "demo-borough-islington";
    Map<String, Integer> both = Map.of("alcohol", 20, "crack", 8);
    handIn(sender, Tops.top(referral, "START", "2026-02-01", both, 10));
    handIn(sender, Tops.top(referral, "EXIT", "2026-03-21", Map.of("alcohol", 10), 12));

    // Of crack nobody knows what became: as nought it would make 64 % of it.
    JsonPath use = awaitFigure("M-21", OutcomesApi.as("demo-commissioner-borough"), 10, 20);
    assertThat(use.getString("value")).isEqualTo("50.0");
  }

  private static void assertThatUseAndLifeChanged(OutcomesApi borough) {
    JsonPath use = awaitFigure("M-21", borough, 29, 100);
    assertThat(use.getString("value")).isEqualTo("29.0");
    assertThat(use.getInt("paired")).isEqualTo(6);
    assertThat(use.getInt("started")).isEqualTo(26);
    JsonPath life = awaitFigure("M-22", borough, 24, 60);
    assertThat(life.getString("value")).isEqualTo("40.0");

    JsonPath mean = metric("M-21?method=MEAN_OF_INDIVIDUAL", borough);
    assertThat(mean.getString("value")).isEqualTo("24.4");
    assertThat(mean.getInt("n")).isEqualTo(5);
    JsonPath days = metric("M-21?method=DAY_DIFFERENCE", borough);
    assertThat(days.getString("value")).isEqualTo("-4.8");
    assertThat(days.getString("unit")).isEqualTo("DAYS");
    assertThat(metric("M-22?method=SCALE_POINTS", borough).getString("value")).isEqualTo("20.0");
    assertThatOtherMethodsSayOtherwise(borough);
  }

  /** From the same six men, by hand: see the fixture. */
  private static void assertThatOtherMethodsSayOtherwise(OutcomesApi borough) {
    // Main substances: 20 to 10, 12 to 12, 24 to 20, 28 to 21, 4 to 4.
    JsonPath main = metric("M-21?method=PRIMARY_SUBSTANCE", borough);
    assertThat(main.getInt("numerator")).isEqualTo(21);
    assertThat(main.getInt("denominator")).isEqualTo(88);
    assertThat(main.getString("value")).isEqualTo("23.9");
    assertThat(main.getInt("paired")).isEqualTo(6);
    assertThat(metric("M-21?method=UNPAIRED_MEANS", borough).getString("value")).isEqualTo("29.0");
    assertThat(metric("M-22?method=SHARE_IMPROVED", borough).getString("value")).isEqualTo("100.0");
    // Alcohol: four men used at the start and still do; crack: the one who did stopped.
    assertThat(metric("M-23?variant=ALCOHOL", borough).getString("value")).isEqualTo("0.0");
    assertThat(metric("M-23?variant=CRACK", borough).getString("value")).isEqualTo("100.0");
    assertThat(metric("M-20?variant=START", borough).getInt("numerator")).isEqualTo(6);
    assertThat(metric("M-20?variant=START", borough).getInt("denominator")).isEqualTo(26);
  }

  private static void assertThatTheRestOfTheCatalogueIsThere(OutcomesApi borough) {
    // Half of the thirty were referred by the run's own borough, and all of those were assessed.
    assertThat(metric("M-01", borough).getInt("numerator")).isEqualTo(15);
    assertThat(metric("M-05", borough).getString("value")).isEqualTo("100.0");
    assertThat(metric("M-09?variant=MEDIAN", borough).getString("value")).isEqualTo("16.0");
    assertThat(metric("M-10?variant=P90", borough).getString("value")).isEqualTo("30.0");
    assertThat(metric("M-10?variant=WITHIN_21_DAYS", borough).getInt("numerator")).isZero();
    // 26 men times 1,800 minutes, but for six who each lack one.
    assertThat(metric("M-11", borough).getString("value")).isEqualTo("779.9");
    assertThat(metric("M-13", borough).getInt("numerator")).isEqualTo(20);
    assertThat(metric("M-14", borough).getString("value")).isEqualTo("100.0");
    JsonPath told = metric("M-12?by=PROGRAMME&period=2025-Q4", borough);
    assertThat(told.getString("groups[0].group")).isEqualTo("MEN_AND_MASCULINITIES");
    assertThat(told.getInt("groups[0].numerator")).isEqualTo(20);
    assertThat(metric("M-12?period=2026-Q1", borough).getInt("denominator")).isZero();
  }

  private static void assertThatLondonReadsNothingBeforeItIsReleased() {
    OutcomesApi london = OutcomesApi.as("demo-commissioner-london");
    london.get("/v1/metrics/M-08").then().statusCode(404);
    JsonPath list = london.get("/v1/metrics").then().statusCode(200).extract().jsonPath();
    assertThat(list.getMap("items.find { it.id == 'M-08' }"))
        .containsEntry("available", false)
        .doesNotContainKeys("numerator", "denominator", "value");
  }

  private static void release(String product, String period) {
    OutcomesApi.as("demo-outcomes-analyst")
        .post("/v1/releases", "{\"product\":\"%s\",\"period\":\"%s\"}".formatted(product, period))
        .then()
        .statusCode(201);
  }

  private static void assertThatLondonIsRounded(String commissioner, String period) {
    OutcomesApi london = OutcomesApi.as(commissioner);
    JsonPath started = metric("M-08", london);
    assertThat(started.getString("policy")).isEqualTo("NHS_1_7_R5");
    assertThat(started.getString("scope")).isEqualTo("E12000007");
    assertThat(started.getString("period")).isEqualTo(period);
    assertThat(started.getInt("numerator")).isEqualTo(25);
    assertThat(started.getInt("denominator")).isEqualTo(30);
    assertThat(started.getString("value")).isEqualTo("83.3");
    assertThat(metric("M-12", london).getString("value")).isEqualTo("80.0");
    assertThat(metric("M-13", london).getString("value")).isEqualTo("80.0");
    assertThat(metric("M-20?variant=START", london).getString("value")).isEqualTo("*");

    for (String refused : List.of("M-12?by=PROGRAMME", "M-12?period=2025-Q4")) {
      london.get("/v1/metrics/" + refused).then().statusCode(403);
    }
    for (String method : List.of("RATIO_OF_SUMS", "MEAN_OF_INDIVIDUAL", "DAY_DIFFERENCE")) {
      JsonPath hidden = metric("M-21?method=" + method, london);
      assertThat(hidden.getString("value")).isEqualTo("*");
      assertThat(hidden.getString("period")).isEqualTo("2025");
      assertThat(hidden.getBoolean("suppressed")).isTrue();
      assertThat(hidden.getMap("")).doesNotContainKeys("numerator", "denominator", "n", "paired");
      assertThat(hidden.getInt("started")).isEqualTo(25);
    }
    assertThat(metric("M-09?variant=MEDIAN", london).getString("value")).isEqualTo("16.0");
    assertThat(metric("M-10?variant=WITHIN_21_DAYS", london).getInt("numerator")).isZero();
    assertThat(london.get("/v1/metrics").jsonPath().getList("items.id"))
        .contains("M-01", "M-11", "M-15", "M-24", "M-28");
  }

  /** Who asks twice sees nobody come, whatever was told between. */
  private static void assertThatLondonReadsWhatWasReleased() {
    OutcomesApi london = OutcomesApi.as("demo-commissioner-london");
    List<String> before =
        List.of(metric("M-08", london).prettify(), metric("M-11", london).prettify());
    var _ = tellPilot(CAMDEN, 30, 27, 21);
    var _ = awaitFigure("M-08", OutcomesApi.as("demo-outcomes-analyst"), 53, 60);

    assertThat(List.of(metric("M-08", london).prettify(), metric("M-11", london).prettify()))
        .isEqualTo(before);
  }

  private static void assertThatAnalystSeesAll() {
    JsonPath started = metric("M-08", OutcomesApi.as("demo-outcomes-analyst"));
    assertThat(started.getString("scope")).isEqualTo("E12000007");
    assertThat(started.getString("policy")).isEqualTo("NONE");
    assertThat(started.getString("value")).isEqualTo("86.7");
  }

  /** Two full programmes; half of the men were referred by a neighbour of the run's borough. */
  private static List<Story> tellPilot(String borough, int workedWith, int started, int reached) {
    List<UUID> runs = List.of(UUID.randomUUID(), UUID.randomUUID());
    List<Event> facts = new ArrayList<>();
    runs.forEach(run -> facts.add(Story.run(run, borough)));
    List<Story> men = new ArrayList<>();
    for (int man = 0; man < workedWith; man++) {
      String referring = man % 2 == 0 ? ISLINGTON : CAMDEN;
      Story story = Story.of(referring, runs.get(man % 2)).assessed();
      if (man < started) {
        story = story.attended(0, 900).attended(7, man < reached ? 900 : 899);
      }
      men.add(man < reached ? story.completed() : story);
    }
    men.forEach(story -> facts.addAll(story.facts()));
    OtherServices.tellInDisorder(facts);
    return men;
  }

  private static void handInTops(List<Story> men) {
    for (int i = 0; i < TopFix1.MEN.size(); i++) {
      TopFix1.Man man = TopFix1.MEN.get(i);
      UUID referral = men.get(i).referralId();
      String sender = i % 2 == 0 ? "demo-borough-islington" : "demo-borough-camden";
      handIn(sender, Tops.top(referral, "START", "2026-02-01", man.startDays(), man.startLife()));
      handIn(sender, Tops.top(referral, "EXIT", "2026-03-21", man.laterDays(), man.laterLife()));
    }
  }

  private static void handIn(String sender, String top) {
    String key = UUID.randomUUID().toString();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> OutcomesApi.as(sender).record(key, top).statusCode() == 201);
  }

  private static JsonPath awaitFigure(
      String metric, OutcomesApi api, int numerator, int denominator) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          JsonPath figure = metric(metric, api);
          assertThat(figure.getInt("numerator")).isEqualTo(numerator);
          assertThat(figure.getInt("denominator")).isEqualTo(denominator);
        });
    return metric(metric, api);
  }

  private static JsonPath metric(String path, OutcomesApi api) {
    return api.get("/v1/metrics/" + path).then().statusCode(200).extract().jsonPath();
  }
}
