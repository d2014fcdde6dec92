package org.crossborough.safety.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON_SYSTEM;
import static org.crossborough.safety.driver.SafetyApi.MANAGER;
import static org.crossborough.safety.driver.SafetyApi.THEN;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.awaitRow;
import static org.crossborough.safety.driver.SafetyApi.casesOf;
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
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
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
    assertThat(
            answer.<List<Map<String, Object>>>path(
                "cells.findAll { it.metric == 'M-18' && it.variant.startsWith('TIER') && !it.variant.contains(':') }"))
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
    assertThat(event.cells().getFirst().numerator()).isNull();
    assertThat(answer.<List<String>>path("cells.findAll { !it.variant.contains(':') }.metric"))
        .contains("M-17", "M-18", "M-19", "M-25", "M-26", "M-27");
    assertThat(as(MANAGER).get("/v1/safety-aggregates/2031").asString())
        .isEqualTo(answer.asString());

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
  void a_quarter_is_published_before_its_year_or_not_at_all() {
    assertThat(publish(MANAGER, "2043-Q2").statusCode()).isEqualTo(201);
    assertThat(publish(MANAGER, "2043-Q2").<String>path("type"))
        .isEqualTo("/problems/aggregates/already-published");
    assertThat(publish(MANAGER, "2043").statusCode()).isEqualTo(201);
    assertThat(publish(MANAGER, "2043-Q3").<String>path("type"))
        .isEqualTo("/problems/aggregates/year-published");
    assertThat(as(MANAGER).get("/v1/safety-aggregates/2043-Q3").statusCode()).isEqualTo(404);
    assertThat(as(WORKER).get("/v1/safety-aggregates/2043").statusCode()).isEqualTo(403);
    assertThat(as(MANAGER).get("/v1/safety-aggregates/2043-Q5").statusCode()).isEqualTo(404);
  }

  @Test
  void figures_are_counted_from_the_whole_record_and_by_programme() throws Exception {
    UUID runId = UUID.randomUUID();
    Wire.publish(
        new RunScheduled(
            runId,
            THEN,
            ISLINGTON,
            "EXAMPLE_PROGRAMME",
            1,
            IN_2031.plusYears(2),
            IN_2031.plusYears(3),
            30,
            1800));
    awaitRow("select 1 from known_run where id = ?", runId);
    for (int i = 0; i < 20; i++) {
      // Half of those reached told of something that happened while he was on the programme.
      UUID id = started(UUID.randomUUID(), IN_2031.plusYears(2), 4, runId);
      insert(id, i < 10 ? "2034-01-02" : "2033-01-02");
    }

    Response answer = publish(MANAGER, "2033");

    assertThat(answer.<List<Map<String, Object>>>path("cells.findAll { it.metric == 'M-25' }"))
        .containsExactly(shown("NEW_INCIDENT"), shown("NEW_INCIDENT:EXAMPLE_PROGRAMME"));
  }

  @Test
  void only_a_manager_publishes_and_only_a_year_or_a_quarter() {
    assertThat(publish(WORKER, "2042").statusCode()).isEqualTo(403);
    assertThat(publish(MANAGER, "2042-Q0").statusCode()).isEqualTo(400);
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

  private static Map<String, Object> shown(String variant) {
    return Map.of(
        "metric",
        "M-25",
        "variant",
        variant,
        "numerator",
        10,
        "denominator",
        20,
        "suppressed",
        false);
  }

  /** What is sealed of it does not matter here. */
  private static void insert(UUID caseId, String happenedOn) throws Exception {
    try (Connection connection = Psql.asService();
        Statement statement = connection.createStatement()) {
      statement.execute("select set_config('app.borough', '*', false)");
      statement.execute(
          """
          insert into incident values ('%s', '%s', '%s', 'SURVIVOR', now(), 'test', ''::bytea)
          """
              .formatted(UUID.randomUUID(), caseId, happenedOn));
    }
  }

  private static void started(UUID man, LocalDate on, int tier) throws Exception {
    var _ = started(man, on, tier, UUID.randomUUID());
  }

  private static UUID started(UUID man, LocalDate on, int tier, UUID runId) throws Exception {
    UUID referralId = UUID.randomUUID();
    Wire.publish(
        new EnrolmentStarted(UUID.randomUUID(), THEN, referralId, runId, on),
        new ReferralReceived(
            referralId, THEN, man, UUID.randomUUID(), ISLINGTON, ISLINGTON, ISLINGTON, "GP", on));
    String envelope =
        SealedEnvelope.around(details(referralId, person("Example Person", "1", "YES")));
    assertThat(handOver(ISLINGTON_SYSTEM, envelope).statusCode()).isEqualTo(201);
    awaitRow("select 1 from survivor_case where referral_id = ?", referralId);
    awaitRow("select 1 from known_referral where id = ? and started_on is not null", referralId);
    reach(referralId, tier);
    return casesOf(referralId).getFirst();
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
