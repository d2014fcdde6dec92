package org.crossborough.safety.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.RiskDesk.add;
import static org.crossborough.safety.driver.RiskDesk.added;
import static org.crossborough.safety.driver.RiskDesk.faults;
import static org.crossborough.safety.driver.RiskDesk.look;
import static org.crossborough.safety.driver.RiskDesk.marac;
import static org.crossborough.safety.driver.RiskDesk.tasks;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecordingWhatHappenedComponentTest {

  private static final String INCIDENT =
      """
      {"happenedOn":"2026-03-01","toldBy":"SURVIVOR","kinds":["THREATS","STALKING"],
       "account":"He waited at the gate","policeTold":false}\
      """;

  @Test
  void an_incident_calls_for_her_risk_to_be_assessed_again_and_tells_nobody() throws Exception {
    UUID id = aCase();
    Response recorded = add(id, "incidents", INCIDENT);

    assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
    assertThat(recorded.asString()).doesNotContain("gate", "THREATS");
    assertThat(tasks(id)).contains("RISK_REASSESSMENT");
    assertThat(look(id, "incidents").<String>path("items[0].account"))
        .isEqualTo("He waited at the gate");
    assertThat(
            Psql.count(
                "select count(*) from outbox where type not like 'at-risk.received%'"
                    + " and convert_from(payload, 'UTF8') like ?",
                "%" + id + "%"))
        .isZero();
  }

  @Test
  void within_twelve_months_of_a_conference_it_is_to_be_told_there_again() {
    UUID id = aCase();
    var _ = added(id, "marac-referrals", marac("2025-03-01", "\"judgement\":\"He came\","));

    var _ = added(id, "incidents", INCIDENT.replace("2026-03-01", "2026-03-02"));
    assertThat(tasks(id)).doesNotContain("MARAC_REFERRAL");
    var _ = added(id, "incidents", INCIDENT);
    assertThat(tasks(id)).contains("MARAC_REFERRAL");
  }

  @Test
  void what_breaks_a_rule_names_the_field_and_does_not_repeat_it() {
    UUID id = aCase();

    Response refused =
        add(id, "incidents", INCIDENT.replace("He waited at the gate", "At N1 2AB again"));

    assertThat(faults(refused)).containsExactly("account CONTAINS_CONTACT_DETAILS");
    assertThat(refused.asString()).doesNotContain("2AB");
    assertThat(faults(add(id, "incidents", INCIDENT.replace("2026", "2126"))))
        .containsExactly("happenedOn IN_FUTURE");
    assertThat(faults(add(id, "incidents", INCIDENT.replace("THREATS", "STALKING"))))
        .containsExactly("kinds DUPLICATE");
    assertThat(
            faults(
                add(id, "incidents", INCIDENT.replace("He waited at the gate", "x".repeat(4001)))))
        .containsExactly("account SIZE");
    for (String hostile :
        List.of(
            "{}",
            "null",
            INCIDENT.replace("\"THREATS\",\"STALKING\"", ""),
            INCIDENT.replace("false", "\"no\""),
            INCIDENT.replace("SURVIVOR", "NEIGHBOUR"))) {
      assertThat(add(id, "incidents", hostile).statusCode()).as(hostile).isEqualTo(400);
    }
    assertThat(look(id, "incidents").<List<String>>path("items")).isEmpty();
  }

  @Test
  void other_words_under_a_key_already_used_are_refused_and_not_lost_unnoticed() throws Exception {
    UUID id = aCase();
    String key = UUID.randomUUID().toString();

    Response first = repeat(id, key, INCIDENT);
    Response again = repeat(id, key, INCIDENT);
    Response other = repeat(id, key, INCIDENT.replace("gate", "school"));

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(other.statusCode()).as(other.asString()).isEqualTo(422);
    assertThat(look(id, "incidents").<List<String>>path("items.account"))
        .containsExactly("He waited at the gate");
  }

  private static Response repeat(UUID id, String key, String json) {
    return as(WORKER, key)
        .contentType(ContentType.JSON)
        .body(json)
        .post("/v1/survivor-cases/{id}/incidents", id);
  }

  @Test
  void whether_she_feels_safer_is_kept_each_time_she_is_asked() {
    UUID id = aCase();
    String answer = "{\"askedOn\":\"2026-03-01\",\"answer\":\"NO\"}";

    var _ = added(id, "feeling-safer", answer);
    var _ = added(id, "feeling-safer", answer.replace("03-01", "04-01").replace("NO", "YES"));

    assertThat(look(id, "feeling-safer").<List<String>>path("items.answer"))
        .containsExactly("YES", "NO");
    assertThat(faults(add(id, "feeling-safer", answer.replace("2026", "2126"))))
        .containsExactly("askedOn IN_FUTURE");
    assertThat(add(id, "feeling-safer", answer.replace("NO", "MAYBE")).statusCode()).isEqualTo(400);
    assertThat(add(UUID.randomUUID(), "feeling-safer", answer).statusCode()).isEqualTo(404);
  }

  @Test
  void her_copy_has_what_she_told_and_not_what_others_told() {
    UUID id = aCase();
    var _ = added(id, "incidents", INCIDENT);
    var _ =
        added(
            id,
            "incidents",
            INCIDENT.replace("\"SURVIVOR\"", "\"POLICE\"").replace("gate", "station"));

    Response copy =
        as(WORKER).header("X-Purpose", "HER_REQUEST").get("/v1/survivor-cases/{id}/copy", id);

    assertThat(copy.statusCode()).as(copy.asString()).isEqualTo(200);
    assertThat(copy.<List<String>>path("more.sinceThen.incidents.account"))
        .containsExactly("He waited at the gate");
    assertThat(copy.asString()).doesNotContain("station");
  }
}
