package org.crossborough.safety.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON_SYSTEM;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aReferralWith;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.attempt;
import static org.crossborough.safety.driver.SafetyApi.call;
import static org.crossborough.safety.driver.SafetyApi.casesOf;
import static org.crossborough.safety.driver.SafetyApi.details;
import static org.crossborough.safety.driver.SafetyApi.handOver;
import static org.crossborough.safety.driver.SafetyApi.person;
import static org.crossborough.safety.driver.SafetyApi.read;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.SafetyEvent.AtRiskReceived;
import org.crossborough.contracts.Topic;
import org.crossborough.safety.driver.SealedEnvelope;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchingForSurvivorsComponentTest {

  private final String mark = UUID.randomUUID().toString().replace("-", "");
  private final String name = "Canary" + mark;
  private final String phone = "07700" + mark.replaceAll("\\D", "") + "900";
  private final String reason = "Reason" + mark;
  private final List<String> canaries = List.of(name, phone, reason);

  @Test
  void nothing_about_her_is_in_any_table_event_or_log() throws Exception {
    try (LogRecorder log = LogRecorder.start()) {
      UUID referralId = aReferralWith(person(name, phone, "UNKNOWN"));
      workOn(casesOf(referralId).getFirst());
      failWith();
      AtRiskReceived told =
          Wire.await(AtRiskReceived.class, e -> e.referralId().equals(referralId));

      StoredText stored = StoredText.ofEveryTable();
      StoredText sent = StoredText.of(Wire.records(Topic.SAFETY_EVENTS));
      StoredText logged = StoredText.of(log.text());

      assertThat(told.personCount()).isEqualTo(1);
      assertThat(stored.bytes()).isGreaterThan(10_000);
      assertThat(stored.tables()).contains("at_risk_person", "outbox", "idempotency_key");
      for (String canary : canaries) {
        assertThat(stored.placesOf(canary)).as("tables").isEmpty();
        assertThat(sent.placesOf(canary)).as("events").isEmpty();
        assertThat(logged.placesOf(canary)).as("log").isEmpty();
      }
    }
  }

  @Test
  void the_search_finds_what_is_there() throws Exception {
    String planted = "Planted" + mark;
    UUID id = casesOf(aReferralWith(person(name, phone, "YES"))).getFirst();

    // The reference of a reading is kept in clear; that makes it the place to plant something.
    String reference = "QA-" + mark.substring(0, 6).toUpperCase(Locale.ROOT);
    String purpose = "CASE_REVIEW; reference=" + reference;
    assertThat(
            as(WORKER).header("X-Purpose", purpose).get("/v1/survivor-cases/{id}", id).statusCode())
        .isEqualTo(200);
    try (LogRecorder log = LogRecorder.start()) {
      Logger.getLogger("org.crossborough.safety").infof("Said %s", planted);

      assertThat(StoredText.of(log.text()).placesOf(planted)).isNotEmpty();
    }
    assertThat(StoredText.ofEveryTable().placesOf(reference))
        .containsExactly("audit_entry.purpose");
    for (byte[] encoded : StoredText.encodings(planted)) {
      assertThat(StoredText.of(encoded).placesOf(planted)).isNotEmpty();
    }
  }

  private void workOn(UUID id) {
    assertThat(read(id).asString()).contains(name, phone);
    String answered = call("2026-01-08", "ANSWERED_BY_PERPETRATOR");
    assertThat(attempt(id, answered).statusCode()).isEqualTo(201);
    String again = call("2026-01-09", "NO_ANSWER").replaceFirst("\\{", overriding());
    assertThat(attempt(id, again).statusCode()).isEqualTo(201);
    assertThat(attempt(id, call("2026-01-10", "NO_ANSWER")).statusCode()).isEqualTo(409);
    // Every way in which a body that names her can be wrong.
    assertThat(attempt(id, "{" + overriding().substring(1) + "\"colour\":1}").statusCode())
        .isEqualTo(400);
    assertThat(attempt(id, again.replace("PHONE", name)).statusCode()).isEqualTo(400);
    assertThat(attempt(id, again.replace("\"NO_ANSWER\"", "[\"" + phone + "\"")).statusCode())
        .isEqualTo(400);
    assertThat(
            as(WORKER).header("X-Purpose", phone).get("/v1/survivor-cases/{id}", id).statusCode())
        .isEqualTo(400);
  }

  private String overriding() {
    return "{\"overrideReason\":\"%s\",".formatted(reason);
  }

  private void failWith() {
    String broken = details(UUID.randomUUID(), person(name, phone, "PERHAPS"));
    assertThat(handOver(ISLINGTON_SYSTEM, SealedEnvelope.around(broken)).statusCode())
        .isEqualTo(400);
    String unreadable = broken.substring(0, broken.length() - 3);
    assertThat(handOver(ISLINGTON_SYSTEM, SealedEnvelope.around(unreadable)).statusCode())
        .isEqualTo(400);
    String foreign = details(UUID.randomUUID(), person(name, phone, "NO"));
    assertThat(handOver("demo-borough-camden", SealedEnvelope.around(foreign)).statusCode())
        .isEqualTo(201);
  }
}
