package org.crossborough.outcomes.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.SafetyEvent.Cell;
import org.crossborough.contracts.SafetyEvent.SafetyAggregatesPublished;
import org.crossborough.outcomes.driver.OtherServices;
import org.crossborough.outcomes.driver.OutcomesApi;
import org.crossborough.outcomes.driver.Population;
import org.crossborough.outcomes.driver.Story;
import org.junit.jupiter.api.Test;

/** The read models come out of the topics again, byte for byte. */
@QuarkusTest
class RebuildingReadModelsComponentTest {

  private static final String ISLINGTON = "E09000019";

  private final OutcomesApi analyst = OutcomesApi.as("demo-outcomes-analyst");

  @Test
  void from_nothing_they_come_out_as_they_run_and_what_was_spoilt_is_put_right()
      throws SQLException {
    var _ = Population.none();
    UUID run = UUID.randomUUID();
    List<Event> facts = new ArrayList<>(List.of(Story.run(run, ISLINGTON)));
    Story spoilt = Story.of(ISLINGTON, run).assessed().attended(0, 900).attended(7, 900);
    facts.addAll(spoilt.facts());
    for (int man = 0; man < 5; man++) {
      facts.addAll(Story.of(ISLINGTON, run).assessed().attended(0, 150).completed().facts());
    }
    // Other tests let the support side say two things of one moment; this is a later word on it.
    facts.add(
        new SafetyAggregatesPublished(
            UUID.randomUUID(),
            Instant.parse("2026-12-01T09:00:00Z"),
            "2026",
            "LT10",
            List.of(new Cell("M-18", "TIER_4", 16, 30, false))));
    OtherServices.tellInDisorder(facts);
    // The first brings back what other tests told and had forgotten.
    var _ = rebuilt();
    String digest = digest();

    assertThat(rebuilt().getLong("rowsChanged")).isZero();
    assertThat(digest()).isEqualTo(digest);

    spoil("update participation set countable_minutes = 7 where referral_id = '%s'", spoilt);
    spoil("delete from attendance where referral_id = '%s'", spoilt);
    assertThat(digest()).isNotEqualTo(digest);
    JsonPath again = rebuilt();
    assertThat(again.getLong("rowsChanged")).isEqualTo(3);
    assertThat(again.getString("digest")).isEqualTo(digest).isEqualTo(digest());
    assertThat(again.getLong("eventsRead")).isGreaterThanOrEqualTo(facts.size());
    assertThat(again.getLong("eventsRead")).isEqualTo(again.getLong("eventsKnown"));
  }

  @Test
  void only_an_analyst_rebuilds() {
    OutcomesApi.as("demo-commissioner-london").post("/v1/rebuilds", "{}").then().statusCode(403);
    OutcomesApi.as("demo-commissioner-london").get("/v1/rebuilds").then().statusCode(403);
    analyst.get("/v1/rebuilds/0197f3a0-1c00-7000-8000-000000000005").then().statusCode(404);
  }

  private JsonPath rebuilt() {
    String id =
        analyst
            .post("/v1/rebuilds", "{}")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getString("id");
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            !analyst.get("/v1/rebuilds/" + id).jsonPath().getString("state").equals("RUNNING"));
    JsonPath run = analyst.get("/v1/rebuilds/" + id).jsonPath();
    assertThat(run.getString("state")).as(run.prettify()).isEqualTo("DONE");
    Duration took =
        Duration.between(
            Instant.parse(run.getString("startedAt")), Instant.parse(run.getString("finishedAt")));
    System.out.printf("%,d events read again in %s%n", run.getLong("eventsRead"), took);
    return run;
  }

  private static String digest() throws SQLException {
    return String.valueOf(
        Psql.rows("*", "select read_model_digest() as digest").getFirst().get("digest"));
  }

  private static void spoil(String sql, Story man) throws SQLException {
    try (var owner = Psql.asOwner();
        var statement = owner.createStatement()) {
      statement.execute("select set_config('app.borough', '*', false)");
      statement.execute(sql.formatted(man.referralId()));
    }
  }
}
