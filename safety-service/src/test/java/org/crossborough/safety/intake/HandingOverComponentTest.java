package org.crossborough.safety.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.CAMDEN;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON_SYSTEM;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.awaitRow;
import static org.crossborough.safety.driver.SafetyApi.casesOf;
import static org.crossborough.safety.driver.SafetyApi.details;
import static org.crossborough.safety.driver.SafetyApi.handOver;
import static org.crossborough.safety.driver.SafetyApi.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.SafetyEvent.AtRiskReceived;
import org.crossborough.safety.driver.SafetyApi;
import org.crossborough.safety.driver.SealedEnvelope;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HandingOverComponentTest {

  private static final String SOMEBODY = person("Example Person", "020 7946 0002", "UNKNOWN");

  @Test
  void details_for_a_known_referral_are_matched_at_once() {
    UUID referralId = SafetyApi.aKnownReferral();

    Response receipt = handOverFor(referralId, SOMEBODY, SOMEBODY);

    assertThat(receipt.statusCode()).isEqualTo(201);
    assertThat(receipt.<Integer>path("personCount")).isEqualTo(2);
    assertThat(casesOf(referralId)).hasSize(2);
    AtRiskReceived event = Wire.await(AtRiskReceived.class, e -> e.referralId().equals(referralId));
    assertThat(event.receiptId()).hasToString(receipt.path("receiptId"));
    assertThat(event.personCount()).isEqualTo(2);
    assertThat(event.occurredAt()).hasToString(receipt.path("receivedAt"));
  }

  @Test
  void details_that_come_before_their_referral_wait_for_it() {
    UUID referralId = UUID.randomUUID();

    Response receipt = handOverFor(referralId, SOMEBODY);

    assertThat(receipt.statusCode()).isEqualTo(201);
    assertThat(casesOf(referralId)).isEmpty();

    SafetyApi.tellReferral(referralId, ISLINGTON);
    AtRiskReceived event = Wire.await(AtRiskReceived.class, e -> e.referralId().equals(referralId));

    assertThat(event.receiptId()).hasToString(receipt.path("receiptId"));
    assertThat(casesOf(referralId)).hasSize(1);
  }

  @Test
  void details_from_another_borough_get_a_receipt_and_go_nowhere() throws Exception {
    UUID known = UUID.randomUUID();
    SafetyApi.tellReferral(known, CAMDEN);
    awaitRow("select 1 from known_referral where id = ?", known);
    UUID told = UUID.randomUUID();

    Response first = handOverFor(known, SOMEBODY);
    Response second = handOverFor(told, SOMEBODY);
    SafetyApi.tellReferral(told, CAMDEN);
    awaitRow("select 1 from known_referral where id = ?", told);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(
            Psql.count(
                "select count(*) from at_risk_handoff where status = 'QUARANTINED' and id in (?, ?)",
                UUID.fromString(first.path("receiptId")),
                UUID.fromString(second.path("receiptId"))))
        .isEqualTo(2);
    assertThat(casesOf(known)).isEmpty();
    assertThat(casesOf(told)).isEmpty();
    assertThat(Psql.count("select count(*) from outbox where key in (?, ?)", known, told)).isZero();
  }

  @Test
  void a_coordinator_may_hand_over_for_any_borough() {
    UUID referralId = UUID.randomUUID();
    SafetyApi.tellReferral(referralId, CAMDEN);
    awaitRow("select 1 from known_referral where id = ?", referralId);

    Response receipt =
        handOver("demo-referral-coordinator", SealedEnvelope.around(details(referralId, SOMEBODY)));

    assertThat(receipt.statusCode()).isEqualTo(201);
    assertThat(casesOf(referralId)).hasSize(1);
  }

  @Test
  void a_repeat_gets_the_same_bytes_and_takes_nothing_in_twice() {
    UUID referralId = SafetyApi.aKnownReferral();
    String envelope = SealedEnvelope.around(details(referralId, SOMEBODY));
    String key = UUID.randomUUID().toString();

    Response first = handOverUnder(key, envelope);
    Response again = handOverUnder(key, envelope);
    Response other = handOverUnder(key, SealedEnvelope.around(details(referralId, SOMEBODY)));

    assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(casesOf(referralId)).hasSize(1);
    assertThat(other.statusCode()).isEqualTo(422);
  }

  @Test
  void a_missing_key_and_a_foreign_type_are_refused() {
    String envelope = SealedEnvelope.around(details(UUID.randomUUID(), SOMEBODY));

    Response keyless = SafetyApi.sending(SafetyApi.withoutKey(ISLINGTON_SYSTEM), envelope);
    Response json =
        as(ISLINGTON_SYSTEM).contentType("application/json").body("{}").post("/v1/at-risk-details");

    assertThat(keyless.statusCode()).isEqualTo(400);
    assertThat(json.statusCode()).isEqualTo(415);
  }

  @Test
  void there_is_no_way_to_read_back() {
    String receiptId = handOverFor(UUID.randomUUID(), SOMEBODY).path("receiptId");

    for (String method : new String[] {"GET", "PUT", "DELETE", "PATCH"}) {
      assertThat(as(ISLINGTON_SYSTEM).request(method, "/v1/at-risk-details").statusCode())
          .isEqualTo(405);
      assertThat(
              as(ISLINGTON_SYSTEM).request(method, "/v1/at-risk-details/" + receiptId).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void the_key_is_published_to_anybody_and_without_its_private_half() {
    Response keys = given().get("/v1/at-risk-details/keys");

    assertThat(keys.statusCode()).isEqualTo(200);
    assertThat(keys.<String>path("keys[0].kty")).isEqualTo("EC");
    assertThat(keys.<String>path("keys[0].crv")).isEqualTo("P-256");
    assertThat(keys.<String>path("keys[0].use")).isEqualTo("enc");
    assertThat(keys.<String>path("keys[0].alg")).isEqualTo("ECDH-ES+A256KW");
    assertThat(keys.<Object>path("keys[0].d")).isNull();
  }

  @Test
  void the_support_side_cannot_hand_over() {
    Response answer =
        handOver(SafetyApi.WORKER, SealedEnvelope.around(details(UUID.randomUUID(), SOMEBODY)));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private static Response handOverFor(UUID referralId, String... persons) {
    return handOver(ISLINGTON_SYSTEM, SealedEnvelope.around(details(referralId, persons)));
  }

  private static Response handOverUnder(String key, String envelope) {
    return SafetyApi.sending(as(ISLINGTON_SYSTEM, key), envelope);
  }
}
