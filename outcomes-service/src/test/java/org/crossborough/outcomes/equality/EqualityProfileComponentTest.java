package org.crossborough.outcomes.equality;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.EqualityCell;
import org.crossborough.contracts.ReferralEvent.EqualityProfilePublished;
import org.crossborough.outcomes.driver.OtherServices;
import org.crossborough.outcomes.driver.OutcomesApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who the men are, for whom and how exactly. */
@QuarkusTest
class EqualityProfileComponentTest {

  private static final Instant AT = Instant.parse("2026-07-01T03:00:00Z");

  private final OutcomesApi analyst = OutcomesApi.as("demo-outcomes-analyst");

  @BeforeEach
  void forget() throws SQLException {
    OtherServices.forgetEverything();
  }

  @Test
  void counts_are_exact_for_the_analyst_and_hidden_or_rounded_for_others() {
    Wire.publish(
        profile(AT, cell("BLACK_OTHER", 112), cell("NOT_STATED", 9), cell("WHITE_BRITISH", 3)));
    await(112);

    for (String reader : List.of("demo-commissioner-london", "demo-commissioner-borough")) {
      JsonPath shown = OutcomesApi.as(reader).get("/v1/equality-profile").jsonPath();
      assertThat(shown.getString("policy")).isEqualTo("NHS_1_7_R5");
      String counts = "items[0].characteristics[0].counts";
      assertThat(shown.getList(counts + ".code"))
          .containsExactly("BLACK_OTHER", "NOT_STATED", "WHITE_BRITISH");
      assertThat(shown.getInt(counts + "[0].men")).isEqualTo(110);
      assertThat(shown.getInt(counts + "[1].men")).isEqualTo(10);
      assertThat(shown.getBoolean(counts + "[2].suppressed")).isTrue();
      assertThat(shown.getMap(counts + "[2]")).doesNotContainKey("men");
      // 10 of 125, the rounded parts of 9 of 124.
      assertThat(shown.getString("items[0].characteristics[0].notKnownPercent")).isEqualTo("8.0");
    }
    assertThat(
            analyst
                .get("/v1/equality-profile?period=2026-Q1")
                .jsonPath()
                .getString("items[0].characteristics[0].notKnownPercent"))
        .isEqualTo("7.3");
    assertThat(analyst.get("/v1/equality-profile?period=none").jsonPath().getList("items"))
        .isEmpty();
    assertThat(
            analyst
                .get("/v1/metrics/M-28?variant=RECEIVED:ETHNICITY:NOT_KNOWN")
                .jsonPath()
                .getString("value"))
        .isEqualTo("7.3");
  }

  @Test
  void the_latest_publication_counts_whatever_came_last() {
    Wire.publish(profile(AT.plusSeconds(60), cell("BLACK_OTHER", 50)));
    await(50);

    Wire.publish(profile(AT, cell("BLACK_OTHER", 7), cell("WHITE_IRISH", 8)));
    Wire.publish(profile(AT.plusSeconds(120), cell("C", 60)));

    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> first() == 60);
    assertThat(
            analyst
                .get("/v1/equality-profile")
                .jsonPath()
                .getList("items[0].characteristics[0].counts.code"))
        .containsExactly("C");
  }

  @Test
  void those_who_work_with_the_men_do_not_read_it() {
    OutcomesApi.as("demo-borough-islington").get("/v1/equality-profile").then().statusCode(403);
    OutcomesApi.as("demo-facilitator").get("/v1/equality-profile").then().statusCode(403);
  }

  private void await(int men) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> first() == men);
  }

  private int first() {
    List<Integer> men =
        analyst
            .get("/v1/equality-profile")
            .jsonPath()
            .getList("items.characteristics.flatten().counts.flatten().men", Integer.class);
    return men.isEmpty() ? -1 : men.getFirst();
  }

  private static EqualityProfilePublished profile(Instant at, EqualityCell... cells) {
    return new EqualityProfilePublished(
        UUID.randomUUID(), at, "2026-Q1", "RECEIVED", List.of(cells));
  }

  private static EqualityCell cell(String code, int count) {
    return new EqualityCell("ETHNICITY", code, count);
  }
}
