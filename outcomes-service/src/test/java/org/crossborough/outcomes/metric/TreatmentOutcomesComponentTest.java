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
import org.crossborough.outcomes.driver.Story;
import org.crossborough.outcomes.driver.Tops;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changed between the start of his treatment and a review about six months later. */
@QuarkusTest
class TreatmentOutcomesComponentTest {

  private static final String ISLINGTON = "E09000019";
  private static final String TREATMENT = "2026-01-10";

  private final OutcomesApi borough = OutcomesApi.as("demo-commissioner-borough");

  @BeforeEach
  void forget() throws SQLException {
    OtherServices.forgetEverything();
  }

  @Test
  void the_last_review_in_its_window_is_held_against_the_start_of_the_same_treatment() {
    List<Story> men = tell(3);
    UUID first = men.getFirst().referralId();
    handIn(first, "START", "2026-01-12", TREATMENT, 20);
    handIn(first, "REVIEW", "2026-03-01", TREATMENT, 16);
    handIn(first, "REVIEW", "2026-06-15", TREATMENT, 8);
    // 191 days after the start of treatment: out of the window, whatever it says.
    handIn(first, "REVIEW", "2026-07-20", TREATMENT, 0);
    // His start lies too far from that of his treatment.
    handIn(men.get(1).referralId(), "START", "2026-01-28", TREATMENT, 28);
    handIn(men.get(1).referralId(), "REVIEW", "2026-06-15", TREATMENT, 0);
    // Nobody says of which treatment his review is.
    handIn(men.get(2).referralId(), "START", "2026-01-12", TREATMENT, 28);
    handIn(men.get(2).referralId(), "REVIEW", "2026-06-15", null, 0);

    JsonPath use = read("M-21?anchor=TREATMENT");
    assertThat(use.getString("value")).isEqualTo("60.0");
    assertThat(use.getInt("numerator")).isEqualTo(12);
    assertThat(use.getInt("denominator")).isEqualTo(20);
    assertThat(use.getInt("paired")).isEqualTo(1);
    assertThat(use.getInt("started")).isEqualTo(3);
    assertThat(use.getString("anchor")).isEqualTo("TREATMENT");
    assertThat(read("M-21?anchor=TREATMENT&method=DAY_DIFFERENCE").getString("value"))
        .isEqualTo("-12.0");
    assertThat(read("M-23?anchor=TREATMENT&variant=ALCOHOL").getString("value")).isEqualTo("0.0");
    // None of the reviews lies around the end of the programme.
    assertThat(read("M-21").getInt("paired")).isZero();
    assertThat(read("M-21").getString("anchor")).isEqualTo("PROGRAMME");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"M-08?anchor=TREATMENT", "M-20?anchor=PROGRAMME", "M-21?anchor=treatment"})
  void an_anchor_that_there_is_not_is_refused(String path) {
    JsonPath refusal =
        borough.get("/v1/metrics/" + path).then().statusCode(400).extract().jsonPath();

    assertThat(refusal.getString("type")).isEqualTo("/problems/metric/anchor-not-offered");
  }

  private JsonPath read(String path) {
    return borough.get("/v1/metrics/" + path).then().statusCode(200).extract().jsonPath();
  }

  private static List<Story> tell(int men) {
    UUID run = UUID.randomUUID();
    List<Event> facts = new ArrayList<>(List.of(Story.run(run, ISLINGTON)));
    List<Story> stories = new ArrayList<>();
    for (int man = 0; man < men; man++) {
      Story story = Story.of(ISLINGTON, run).assessed().attended(0, 900).completed();
      stories.add(story);
      facts.addAll(story.facts());
    }
    OtherServices.tellInDisorder(facts);
    return stories;
  }

  private static void handIn(
      UUID referral, String stage, String on, @Nullable String treatment, int days) {
    String top = Tops.top(referral, stage, on, Map.of("alcohol", days), 10);
    String whole =
        treatment == null
            ? top
            : top.replaceFirst("\\{", "{\"treatmentStartedOn\":\"%s\",".formatted(treatment));
    String key = UUID.randomUUID().toString();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> OutcomesApi.as("demo-borough-islington").record(key, whole).statusCode() == 201);
  }
}
