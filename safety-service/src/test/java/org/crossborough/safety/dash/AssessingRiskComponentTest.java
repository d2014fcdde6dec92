package org.crossborough.safety.dash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.RiskDesk.add;
import static org.crossborough.safety.driver.RiskDesk.added;
import static org.crossborough.safety.driver.RiskDesk.dash;
import static org.crossborough.safety.driver.RiskDesk.faults;
import static org.crossborough.safety.driver.RiskDesk.look;
import static org.crossborough.safety.driver.RiskDesk.move;
import static org.crossborough.safety.driver.RiskDesk.tasks;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.aReferralWith;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.awaitRow;
import static org.crossborough.safety.driver.SafetyApi.casesOf;
import static org.crossborough.safety.driver.SafetyApi.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentSuspended;
import org.crossborough.safety.driver.SafetyApi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssessingRiskComponentTest {

  private static final String DASH = "dash-assessments";

  @Test
  void the_score_and_its_level_are_derived_and_high_risk_calls_for_the_conference() {
    UUID id = aCase();

    Response recorded = add(id, DASH, dash(15));

    assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
    assertThat(recorded.<String>path("finalLevel")).isEqualTo("HIGH");
    assertThat(recorded.asString()).doesNotContain("score", "answers");
    Response read = as(WORKER).header("X-Purpose", "SUPPORT_CALL").get(recorded.header("Location"));
    assertThat(read.<Integer>path("score")).isEqualTo(15);
    assertThat(read.<String>path("derivedLevel")).isEqualTo("HIGH");
    assertThat(read.<List<String>>path("clusters"))
        .containsExactlyInAnyOrder(
            "SEPARATION_CONTROL_AND_VIOLENCE",
            "STRANGULATION",
            "STALKING",
            "THREATS_TO_KILL",
            "HER_OWN_PERCEPTION");
    assertThat(read.<Integer>path("bands.highFrom")).isEqualTo(14);
    assertThat(read.<String>path("bands.basis")).contains("SafeLives");
    assertThat(tasks(id)).contains("MARAC_REFERRAL");
  }

  @Test
  void judgement_raises_with_a_reason_and_never_lowers() {
    UUID id = aCase();

    assertThat(faults(add(id, DASH, dash(15, "\"finalLevel\":\"MEDIUM\","))))
        .containsExactly("finalLevel BELOW_SCORE");
    assertThat(faults(add(id, DASH, dash(9, "\"finalLevel\":\"HIGH\","))))
        .containsExactly("judgement REQUIRED");
    String raised =
        added(id, DASH, dash(9, "\"finalLevel\":\"VERY_HIGH\",\"judgement\":\"He found her\","));

    Response read = look(id, DASH + "/" + raised);
    assertThat(read.<String>path("derivedLevel")).isEqualTo("STANDARD");
    assertThat(read.<String>path("finalLevel")).isEqualTo("VERY_HIGH");
    assertThat(read.<String>path("judgement")).isEqualTo("He found her");
  }

  @Test
  void a_checklist_is_whole_or_refused_with_its_fields() {
    UUID id = aCase();
    String whole = dash(3);

    assertThat(faults(add(id, DASH, whole.replace("\"Q24\"", "\"Q01\""))))
        .containsExactly("answers[23].question DUPLICATE", "answers INCOMPLETE");
    assertThat(faults(add(id, DASH, whole.replace("2026-02-03", "2126-02-03"))))
        .containsExactly("assessedOn IN_FUTURE");
    assertThat(faults(add(id, DASH, dash(3, "\"judgement\":\"Call 020 7946 0000\","))))
        .containsExactly("judgement CONTAINS_CONTACT_DETAILS");
    for (String hostile :
        List.of(
            "{}",
            "[]",
            "{\"assessedOn\":",
            whole.replace("Q24", "Q25"),
            whole.replace("\"YES\"", "1"),
            whole.replace("FIRST_CONTACT", "first_contact"),
            dash(3, "\"score\":24,"),
            dash(3, "\"judgement\":{},"),
            dash(3, "\"judgement\":\"\\u0000\","),
            whole.replaceFirst("\\{\"question\":\"Q01\",\"answer\":\"YES\"}", "null"))) {
      assertThat(add(id, DASH, hostile).statusCode()).as(hostile).isEqualTo(400);
    }
    assertThat(look(id, DASH).<List<String>>path("items")).isEmpty();
  }

  @Test
  void an_assessment_is_superseded_and_never_changed() throws Exception {
    UUID id = aCase();
    String first = added(id, DASH, dash(3));
    String second = added(id, DASH, dash(11));

    Response page = look(id, DASH + "?limit=1");
    assertThat(page.<List<String>>path("items.id")).containsExactly(second);
    assertThat(page.<List<Integer>>path("items.number")).containsExactly(2);
    assertThat(
            look(id, DASH + "?limit=1&cursor=" + page.path("next")).<List<String>>path("items.id"))
        .containsExactly(first);
    assertThat(look(id, DASH + "/" + first).<Boolean>path("superseded")).isTrue();
    assertThat(look(id, DASH + "/" + second).<Boolean>path("superseded")).isFalse();
    assertThat(look(id, "summary").<String>path("risk.level")).isEqualTo("MEDIUM");
    assertThat(
            Psql.rows(
                "*",
                """
                select 1 where has_table_privilege('dash_assessment', 'UPDATE')
                  or has_table_privilege('dash_assessment', 'DELETE')
                """))
        .isEmpty();
  }

  @Test
  void nothing_is_told_without_a_purpose_or_of_another_case() throws Exception {
    UUID id = aCase();
    UUID other = aCase();
    String dashId = added(id, DASH, dash(3));

    assertThat(
            as(WORKER)
                .get("/v1/survivor-cases/%s/dash-assessments/%s".formatted(id, dashId))
                .<String>path("type"))
        .isEqualTo("/problems/survivor-case/purpose-required");
    assertThat(look(other, DASH + "/" + dashId).statusCode()).isEqualTo(404);
    assertThat(look(UUID.randomUUID(), DASH + "/" + dashId).statusCode()).isEqualTo(404);
    assertThat(add(UUID.randomUUID(), DASH, dash(3)).statusCode()).isEqualTo(404);
    assertThat(as("demo-facilitator").get("/v1/survivor-cases/" + id + "/" + DASH).statusCode())
        .isIn(401, 403);
    assertThat(move(id, DASH, "\"7\"", dash(3)).statusCode()).isEqualTo(412);
    assertThat(look(id, DASH + "/" + dashId).statusCode()).isEqualTo(200);
    assertThat(
            Psql.count(
                "select count(*) from audit_entry where subject = ? and action = 'READ_DASH'"
                    + " and purpose = 'SUPPORT_CALL'",
                id.toString()))
        .isEqualTo(1);
  }

  @Test
  void suspension_calls_for_an_assessment_again_where_there_was_one() throws Exception {
    UUID referralId =
        aReferralWith(
            person("Ada Assessed", "020 7946 0101", "YES"),
            person("Eve Unassessed", "020 7946 0102", "YES"));
    UUID assessed = casesOf(referralId).getFirst();
    UUID unassessed = casesOf(referralId).getLast();
    var _ = added(assessed, DASH, dash(3));

    Wire.publish(
        new EnrolmentSuspended(
            UUID.randomUUID(),
            SafetyApi.THEN,
            referralId,
            UUID.randomUUID(),
            "ABSENCE_REVIEW",
            LocalDate.of(2026, 3, 1)));
    awaitRow("select 1 from contact_task where case_id = ? and trigger = 'SUSPENSION'", unassessed);
    awaitRow(
        "select 1 from contact_task where case_id = ? and trigger = 'RISK_REASSESSMENT'", assessed);

    assertThat(tasks(unassessed)).doesNotContain("RISK_REASSESSMENT");
    var _ = added(assessed, DASH, dash(4));
    assertThat(tasks(assessed)).doesNotContain("RISK_REASSESSMENT");
  }

  @Test
  void the_questions_are_told_by_our_own_topics() {
    Response questions = as(WORKER).get("/v1/dash-questions");

    assertThat(questions.<List<String>>path("items.code")).hasSize(24).startsWith("Q01");
    assertThat(questions.<List<String>>path("items.topic")).doesNotHaveDuplicates();
  }
}
