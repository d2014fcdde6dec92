package org.crossborough.safety.quarantine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.CAMDEN;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON_SYSTEM;
import static org.crossborough.safety.driver.SafetyApi.MANAGER;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.awaitRow;
import static org.crossborough.safety.driver.SafetyApi.casesOf;
import static org.crossborough.safety.driver.SafetyApi.details;
import static org.crossborough.safety.driver.SafetyApi.handOver;
import static org.crossborough.safety.driver.SafetyApi.person;
import static org.crossborough.safety.driver.SafetyApi.read;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.safety.driver.SafetyApi;
import org.crossborough.safety.driver.SealedEnvelope;
import org.crossborough.safety.driver.SurvivorKeys;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewingQuarantineComponentTest {

  private final UUID referralId = UUID.randomUUID();

  @Test
  void a_manager_sees_what_waits_without_who_and_an_alert_has_called_her() {
    double before = alerts();
    String id = quarantined();

    Response list = as(MANAGER).get("/v1/quarantined-handoffs");

    assertThat(alerts()).isGreaterThan(before);
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.asString()).doesNotContain("Quarantined Person", "7946");
    Map<String, Object> held =
        list.<List<Map<String, Object>>>path("items").stream()
            .filter(item -> id.equals(item.get("id")))
            .findFirst()
            .orElseThrow();
    assertThat(held)
        .containsEntry("senderBoroughCode", SafetyApi.ISLINGTON)
        .containsEntry("referringBoroughCode", CAMDEN)
        .containsEntry("personCount", 1);
    assertThat(as(WORKER).get("/v1/quarantined-handoffs").statusCode()).isEqualTo(403);
  }

  @Test
  void what_is_released_becomes_a_case_once() throws Exception {
    String id = quarantined();

    Response released = review(id, "release", "BOROUGHS_CONFIRMED_BY_PHONE");
    Response again = review(id, "release", "BOROUGHS_CONFIRMED_BY_PHONE");

    assertThat(released.statusCode()).as(released.asString()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(casesOf(referralId)).hasSize(1);
    assertThat(read(casesOf(referralId).getFirst()).<String>path("name"))
        .isEqualTo("Quarantined Person");
    assertThat(Psql.count("select count(*) from outbox where key = ?", referralId)).isEqualTo(1);
  }

  @Test
  void what_is_destroyed_has_no_key_any_more_and_is_never_released() throws Exception {
    String id = quarantined();
    String personId =
        String.valueOf(
            Psql.rows(
                    "*", "select id from at_risk_person where handoff_id = ?", UUID.fromString(id))
                .getFirst()
                .get("id"));
    assertThat(SurvivorKeys.exists(personId)).isTrue();

    assertThat(review(id, "destruction", "WRONG_REFERRAL").statusCode()).isEqualTo(200);

    assertThat(SurvivorKeys.exists(personId)).isFalse();
    assertThat(review(id, "release", "SHARED_SERVICE").statusCode()).isEqualTo(409);
    assertThat(casesOf(referralId)).isEmpty();
    assertThat(
            Psql.rows(
                "*",
                "select 1 from audit_entry where action = 'DESTROY_HANDOFF' and subject = ?",
                id))
        .hasSize(1);
  }

  @Test
  void what_was_never_in_quarantine_cannot_be_reviewed_nor_without_reason_or_version() {
    String matched =
        handOver(
                ISLINGTON_SYSTEM,
                SealedEnvelope.around(
                    details(SafetyApi.aKnownReferral(), person("Example", "020 7946 0091", "YES"))))
            .path("receiptId");
    String id = quarantined();

    assertThat(review(matched, "destruction", "WRONG_REFERRAL").statusCode()).isEqualTo(404);
    assertThat(review(UUID.randomUUID().toString(), "release", "SHARED_SERVICE").statusCode())
        .isEqualTo(404);
    assertThat(review(id, "release", "BECAUSE").statusCode()).isEqualTo(400);
    assertThat(
            as(MANAGER)
                .contentType(ContentType.JSON)
                .body("{\"reasonCode\":\"SHARED_SERVICE\"}")
                .post("/v1/quarantined-handoffs/{id}/release", id)
                .statusCode())
        .isEqualTo(428);
  }

  private String quarantined() {
    SafetyApi.tellReferral(referralId, CAMDEN);
    awaitRow("select 1 from known_referral where id = ?", referralId);
    return handOver(
            ISLINGTON_SYSTEM,
            SealedEnvelope.around(
                details(referralId, person("Quarantined Person", "020 7946 0092", "YES"))))
        .path("receiptId");
  }

  private static Response review(String id, String verb, String reason) {
    return as(MANAGER)
        .header("If-Match", "*")
        .contentType(ContentType.JSON)
        .body("{\"reasonCode\":\"%s\"}".formatted(reason))
        .post("/v1/quarantined-handoffs/{id}/{verb}", id, verb);
  }

  private static double alerts() {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("crossborough_safety_alerts_total"))
        .filter(line -> line.contains("quarantined"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
