package org.crossborough.safety.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.aReferralWith;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.attempt;
import static org.crossborough.safety.driver.SafetyApi.call;
import static org.crossborough.safety.driver.SafetyApi.casesOf;
import static org.crossborough.safety.driver.SafetyApi.person;
import static org.crossborough.safety.driver.SafetyApi.read;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.SafetyEvent.ClearToStart;
import org.crossborough.contracts.SafetyEvent.SafetyHoldLifted;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HoldingAProgrammeComponentTest {

  private static final String SOMEBODY = person("Example Person", "020 7946 0020", "YES");

  @Test
  void a_hold_is_told_by_its_id_alone_and_lifted_once() {
    UUID referralId = aReferralWith(SOMEBODY);
    UUID id = casesOf(referralId).getFirst();

    Response placed = place(id);
    String holdId = placed.path("holdId");

    assertThat(placed.statusCode()).as(placed.asString()).isEqualTo(201);
    assertThat(read(id).<List<String>>path("holds.id")).containsExactly(holdId);
    assertThat(Wire.await(SafetyHoldPlaced.class, e -> e.referralId().equals(referralId)).holdId())
        .hasToString(holdId);

    Response lifted = lift(id, holdId);
    Response again = lift(id, holdId);

    assertThat(lifted.statusCode()).isEqualTo(200);
    assertThat(Wire.await(SafetyHoldLifted.class, e -> e.referralId().equals(referralId)).holdId())
        .hasToString(holdId);
    assertThat(read(id).<List<String>>path("holds.id")).isEmpty();
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.<String>path("type")).isEqualTo("/problems/hold/already-lifted");
  }

  @Test
  void a_hold_of_another_case_and_no_hold_are_the_same() {
    UUID id = aCase();
    String foreign = place(aCase()).path("holdId");

    Response ofAnother = lift(id, foreign);
    Response ofNobody = lift(id, UUID.randomUUID().toString());

    assertThat(ofAnother.statusCode()).isEqualTo(404);
    assertThat(ofAnother.<String>path("type")).isEqualTo(ofNobody.path("type"));
    assertThat(ofAnother.<String>path("detail")).isEqualTo(ofNobody.path("detail"));
  }

  @Test
  void he_may_start_once_every_person_was_tried() throws Exception {
    UUID referralId = aReferralWith(SOMEBODY, SOMEBODY);
    List<UUID> cases = casesOf(referralId);
    assertThat(attempt(cases.getFirst(), call("2026-01-08", "NO_ANSWER")).statusCode())
        .isEqualTo(201);

    Response early = clear(cases.getFirst());
    assertThat(attempt(cases.getLast(), call("2026-01-08", "NO_ANSWER")).statusCode())
        .isEqualTo(201);
    Response cleared = clear(cases.getFirst());
    Response again = clear(cases.getLast());

    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.<String>path("type")).isEqualTo("/problems/survivor-case/attempts-missing");
    assertThat(cleared.statusCode()).as(cleared.asString()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(read(cases.getLast()).<Boolean>path("cleared")).isTrue();
    assertThat(Wire.await(ClearToStart.class, e -> e.referralId().equals(referralId)).referralId())
        .isEqualTo(referralId);
    assertThat(
            Psql.count(
                "select count(*) from outbox where key = ? and type = 'clear-to-start.v1'",
                referralId))
        .isEqualTo(1);
  }

  @Test
  void a_hold_that_stands_keeps_him_from_starting() {
    UUID id = aCase();
    assertThat(attempt(id, call("2026-01-08", "NO_ANSWER")).statusCode()).isEqualTo(201);
    assertThat(place(id).statusCode()).isEqualTo(201);

    Response refused = clear(id);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("type")).isEqualTo("/problems/hold/still-placed");
  }

  @Test
  void letting_go_on_needs_the_version_that_was_seen() {
    UUID id = aCase();
    String holdId = place(id).path("holdId");

    assertThat(
            moving()
                .post("/v1/survivor-cases/{id}/holds/{holdId}/lifting", id, holdId)
                .statusCode())
        .isEqualTo(428);
    assertThat(
            moving()
                .header("If-Match", "\"7\"")
                .post("/v1/survivor-cases/{id}/start-clearance", id)
                .statusCode())
        .isEqualTo(412);
  }

  @Test
  void a_body_that_says_anything_is_refused() {
    Response answer =
        as(WORKER)
            .contentType(ContentType.JSON)
            .body("{\"reason\":\"she asked for it\"}")
            .post("/v1/survivor-cases/{id}/holds", aCase());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.asString()).doesNotContain("she asked");
  }

  private static Response place(UUID id) {
    return moving().post("/v1/survivor-cases/{id}/holds", id);
  }

  private static Response lift(UUID id, String holdId) {
    return moving()
        .header("If-Match", "*")
        .post("/v1/survivor-cases/{id}/holds/{holdId}/lifting", id, holdId);
  }

  private static Response clear(UUID id) {
    return moving().header("If-Match", "*").post("/v1/survivor-cases/{id}/start-clearance", id);
  }

  private static RequestSpecification moving() {
    return as(WORKER).contentType(ContentType.JSON).body("{}");
  }
}
