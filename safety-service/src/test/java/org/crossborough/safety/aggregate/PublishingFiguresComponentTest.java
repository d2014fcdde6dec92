package org.crossborough.safety.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON_SYSTEM;
import static org.crossborough.safety.driver.SafetyApi.MANAGER;
import static org.crossborough.safety.driver.SafetyApi.THEN;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.awaitRow;
import static org.crossborough.safety.driver.SafetyApi.details;
import static org.crossborough.safety.driver.SafetyApi.handOver;
import static org.crossborough.safety.driver.SafetyApi.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.contracts.SafetyEvent.SafetyAggregatesPublished;
import org.crossborough.safety.driver.SealedEnvelope;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishingFiguresComponentTest {

  private static final LocalDate IN_2031 = LocalDate.of(2031, 12, 31);

  /** The best tier of each of 21 men: 20 at 2 or more, 12 at 3 or more, 11 at 4. */
  private static final int[] TIERS = {
    4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 0
  };

  @Test
  void a_share_is_told_only_when_both_its_sides_are_ten_or_more() throws Exception {
    UUID firstMan = UUID.randomUUID();
    started(firstMan, IN_2031, TIERS[0]);
    // His other referral: he counts once, by the best.
    started(firstMan, IN_2031, 0);
    for (int i = 1; i < TIERS.length; i++) {
      started(UUID.randomUUID(), IN_2031, TIERS[i]);
    }
    started(UUID.randomUUID(), LocalDate.of(2032, 1, 1), 4);

    Response answer = publish(MANAGER, "2031");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    assertThat(answer.<String>path("policy")).isEqualTo("LT10_R5");
    assertThat(answer.<List<Map<String, Object>>>path("cells"))
        .containsExactly(
            Map.of("metric", "M-18", "variant", "TIER_2", "suppressed", true),
            Map.of("metric", "M-18", "variant", "TIER_3", "suppressed", true),
            Map.of(
                "metric",
                "M-18",
                "variant",
                "TIER_4",
                "numerator",
                10,
                "denominator",
                20,
                "suppressed",
                false));
    SafetyAggregatesPublished event =
        Wire.await(SafetyAggregatesPublished.class, e -> e.period().equals("2031"));
    assertThat(event.publicationId()).hasToString(answer.path("id"));
    assertThat(event.cells()).hasSize(3);
    assertThat(event.cells().getFirst().numerator()).isNull();

    Response again = publish(MANAGER, "2031");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.<String>path("type")).isEqualTo("/problems/aggregates/already-published");
  }

  @Test
  void a_year_of_nobody_is_suppressed_like_a_year_of_few() {
    Response answer = publish(MANAGER, "2041");

    assertThat(answer.<List<Boolean>>path("cells.suppressed")).containsOnly(true);
    assertThat(answer.asString()).doesNotContain("numerator", "denominator");
  }

  @Test
  void only_a_manager_publishes_and_only_a_year() {
    assertThat(publish(WORKER, "2042").statusCode()).isEqualTo(403);
    assertThat(publish(MANAGER, "2042-Q1").statusCode()).isEqualTo(400);
    assertThat(
            as(MANAGER)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/safety-aggregates")
                .statusCode())
        .isEqualTo(400);
  }

  private static Response publish(String who, String period) {
    return as(who)
        .contentType(ContentType.JSON)
        .body("{\"period\":\"%s\"}".formatted(period))
        .post("/v1/safety-aggregates");
  }

  private static void started(UUID man, LocalDate on, int tier) throws Exception {
    UUID referralId = UUID.randomUUID();
    Wire.publish(
        new EnrolmentStarted(UUID.randomUUID(), THEN, referralId, UUID.randomUUID(), on),
        new ReferralReceived(
            referralId, THEN, man, UUID.randomUUID(), ISLINGTON, ISLINGTON, ISLINGTON, "GP", on));
    String envelope =
        SealedEnvelope.around(details(referralId, person("Example Person", "1", "YES")));
    assertThat(handOver(ISLINGTON_SYSTEM, envelope).statusCode()).isEqualTo(201);
    awaitRow("select 1 from survivor_case where referral_id = ?", referralId);
    awaitRow("select 1 from known_referral where id = ? and started_on is not null", referralId);
    reach(referralId, tier);
  }

  /** Dozens of calls, made short. */
  private static void reach(UUID referralId, int tier) throws Exception {
    try (Connection connection = Psql.asService();
        Statement scope = connection.createStatement();
        PreparedStatement update =
            connection.prepareStatement(
                "update survivor_case set contact_tier = ? where referral_id = ?")) {
      scope.execute("select set_config('app.borough', '*', false)");
      update.setInt(1, tier);
      update.setObject(2, referralId);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
