package org.crossborough.referral.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.AUDITOR;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.OFFICER;
import static org.crossborough.referral.testing.ReferralApi.aName;
import static org.crossborough.referral.testing.ReferralApi.aReferralForm;
import static org.crossborough.referral.testing.ReferralApi.aReferralOf;
import static org.crossborough.referral.testing.ReferralApi.anAssessedReferral;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.post;
import static org.crossborough.referral.testing.ReferralApi.receiptArrives;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SubjectAccessComponentTest {

  @Test
  void a_man_is_shown_what_is_held_in_all_his_referrals_of_every_borough() {
    String name = aName();
    String one = aReferralOf(ISLINGTON, "Demo", name);
    String two = aReferralOf(CAMDEN, "Demo", name);
    String another = aReferralOf(CAMDEN, "Demo", name);
    decided(one, two, "SAME_MAN");
    decided(one, another, "DIFFERENT_MAN");

    Response answer = export(two);
    JsonPath shown = answer.jsonPath();

    assertThat(shown.getList("referrals", String.class)).containsExactly(one, two);
    assertThat(shown.getList("held.referral.family_name", String.class))
        .containsExactly(name, name);
    assertThat(shown.getString("held.referral[0].phone")).isEqualTo("020 7946 0000");
    assertThat(shown.getList("held.screening")).hasSize(2);
    assertThat(shown.getList("held.referral_status_change.to_status", String.class))
        .containsExactly("RECEIVED", "RECEIVED");
    assertThat(answer.asString()).doesNotContain(another);
  }

  @Test
  void nothing_about_anybody_else_and_no_name_of_staff_is_in_it() {
    String id = anAssessedReferral();
    UUID receipt = receiptArrives(id);

    String shown = export(id).asString();

    assertThat(shown)
        .doesNotContain(receipt.toString())
        .doesNotContainPattern("receipt|person_count|demo-assessor|demo-referral-coordinator")
        .contains("\"assessment_result\":\"SUITABLE\"");
  }

  @Test
  void what_needs_a_second_look_is_named_alike_for_every_man() {
    String plain = aReferralOf(ISLINGTON, "Demo", aName());
    String noted =
        created(
            post(
                ISLINGTON,
                "/v1/referrals",
                aReferralForm(ISLINGTON).put("riskNotes", "Was loud at reception")));

    assertThat(export(noted).asString()).doesNotContain("loud");
    assertThat(export(noted).jsonPath().getList("forReview", String.class))
        .isEqualTo(export(plain).jsonPath().getList("forReview", String.class))
        .contains("referral.risk_notes", "screening.safeguarding_actions");
  }

  @Test
  void an_export_is_recorded_on_each_referral_and_is_for_the_officer_alone() throws Exception {
    String name = aName();
    String one = aReferralOf(ISLINGTON, "Demo", name);
    String two = aReferralOf(CAMDEN, "Demo", name);
    decided(one, two, "SAME_MAN");

    var _ = export(one);

    for (String id : List.of(one, two)) {
      assertThat(
              Psql.count(
                  "select count(*) from referral_access where referral_id = ? and what = ?",
                  UUID.fromString(id),
                  "SUBJECT_ACCESS_EXPORT"))
          .isEqualTo(1);
    }
    for (String caller : List.of(ISLINGTON, COORDINATOR, AUDITOR)) {
      assertRefused(
          as(caller).get("/v1/referrals/" + one + "/subject-access-export"),
          403,
          "request/forbidden");
    }
  }

  private static Response export(String id) {
    Response answer = as(OFFICER).get("/v1/referrals/" + id + "/subject-access-export");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer;
  }

  private static void decided(String id, String other, String decision) {
    Response answer =
        as(COORDINATOR)
            .header("Idempotency-Key", UUID.randomUUID())
            .body(
                "{\"referralId\":\"%s\",\"decision\":\"%s\",\"reason\":\"Demo\"}"
                    .formatted(other, decision))
            .post("/v1/referrals/" + id + "/possible-duplicates/decisions");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }
}
