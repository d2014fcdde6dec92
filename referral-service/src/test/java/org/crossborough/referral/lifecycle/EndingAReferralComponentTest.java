package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.aReferralForm;
import static org.crossborough.referral.testing.ReferralApi.aReferralSentTwice;
import static org.crossborough.referral.testing.ReferralApi.anAssessedReferral;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.move;
import static org.crossborough.referral.testing.ReferralApi.moved;
import static org.crossborough.referral.testing.ReferralApi.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.ReferralClosed;
import org.crossborough.contracts.ReferralEvent.ReferralDeferred;
import org.crossborough.referral.testing.BehindTheService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EndingAReferralComponentTest {

  @ParameterizedTest
  @CsvSource({
    "decline, TOTAL_DENIAL, DECLINED",
    "redirection, CULTURALLY_SPECIFIC_SERVICE, REDIRECTED",
    "withdrawal, CHANGED_MIND, WITHDRAWN"
  })
  void an_ending_is_told_with_its_reason(String move, String reason, String status) {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));

    Response answer =
        move(
            COORDINATOR,
            id,
            move,
            "{\"reasonCode\":\"%s\",\"decidedOn\":\"2026-01-09\"}".formatted(reason));

    moved(answer);
    assertThat(answer.jsonPath().getString("status")).isEqualTo(status);
    ReferralClosed told =
        Wire.await(ReferralClosed.class, e -> e.referralId().toString().equals(id));
    assertThat(told.ending()).isEqualTo(status);
    assertThat(told.reasonCode()).isEqualTo(reason);
    assertThat(told.decidedOn()).isEqualTo("2026-01-09");
    assertThat(
            as(COORDINATOR)
                .get("/v1/referrals/" + id + "/history")
                .jsonPath()
                .getString("[-1].reasonCode"))
        .isEqualTo(reason);
  }

  @Test
  void a_borough_withdraws_its_own_referral_and_no_others() {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));
    String body = "{\"reasonCode\":\"REFERRER_WITHDREW\"}";

    assertRefused(move(CAMDEN, id, "withdrawal", body), 404, "referral/not-found");
    moved(move(ISLINGTON, id, "withdrawal", body));
  }

  @Test
  void a_reason_is_required_and_must_be_one_of_its_group() {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));

    assertViolated(move(COORDINATOR, id, "decline", "{}"), "reasonCode", "REQUIRED");
    assertRefused(
        move(COORDINATOR, id, "decline", "{\"reasonCode\":\"CHANGED_MIND\"}"),
        422,
        "decision/reason-of-another-ending");
    assertViolated(
        move(COORDINATOR, id, "decline", "{\"reasonCode\":\"BECAUSE\"}"), "reasonCode", "UNKNOWN");
  }

  @Test
  void a_deferral_has_a_day_of_review() {
    String id = anAssessedReferral();
    assertViolated(
        move(COORDINATOR, id, "deferral", "{\"reasonCode\":\"CUSTODY\"}"), "reviewOn", "REQUIRED");
    assertViolated(
        move(
            COORDINATOR,
            id,
            "deferral",
            """
            {"reasonCode":"CUSTODY","decidedOn":"2026-01-14","reviewOn":"2026-01-13"}
            """),
        "reviewOn",
        "BEFORE_DECISION");

    String body = "{\"reasonCode\":\"CUSTODY\",\"decidedOn\":\"2026-01-14\",\"reviewOn\":\"%s\"}";
    assertViolated(
        move(COORDINATOR, id, "deferral", body.formatted("2026-07-16")), "reviewOn", "TOO_LATE");

    Response answer = move(COORDINATOR, id, "deferral", body.formatted("2026-07-15"));

    moved(answer);
    assertThat(answer.jsonPath().getString("status")).isEqualTo("DEFERRED");
    assertThat(answer.jsonPath().getString("reviewOn")).isEqualTo("2026-07-15");
    ReferralDeferred told =
        Wire.await(ReferralDeferred.class, e -> e.referralId().toString().equals(id));
    assertThat(told.reasonCode()).isEqualTo("CUSTODY");
    assertThat(told.reviewOn()).isEqualTo("2026-07-15");
  }

  @Test
  void a_deferred_referral_is_taken_up_where_assessment_stood() {
    String id = anAssessedReferral();
    moved(
        move(
            COORDINATOR,
            id,
            "deferral",
            """
            {"reasonCode":"DETOX_OR_REHAB","decidedOn":"2026-01-14","reviewOn":"2026-02-14"}
            """));

    Response answer = move(COORDINATOR, id, "resumption", "{}");

    moved(answer);
    assertThat(answer.jsonPath().getString("status")).isEqualTo("IN_ASSESSMENT");
    assertThat(answer.jsonPath().getString("reviewOn")).isNull();
  }

  @Test
  void what_was_sent_twice_ends_as_a_duplicate() {
    String id = aReferralSentTwice(ISLINGTON);

    moved(move(COORDINATOR, id, "duplicate", "{}"));

    assertThat(Wire.await(ReferralClosed.class, e -> e.referralId().toString().equals(id)).ending())
        .isEqualTo("DUPLICATE");
  }

  @Test
  void what_another_borough_has_sent_ends_nothing() {
    var _ = ofAManBornIn1951(ISLINGTON);
    String inCamden = ofAManBornIn1951(CAMDEN);

    assertRefused(move(COORDINATOR, inCamden, "duplicate", "{}"), 409, "referral/not-sent-twice");
  }

  private static String ofAManBornIn1951(String caller) {
    ObjectNode form = aReferralForm(caller);
    ((ObjectNode) form.get("client")).put("dateOfBirth", "1951-02-03").remove("nhsNumber");
    return created(post(caller, "/v1/referrals", form));
  }

  @Test
  void a_manager_and_nobody_else_opens_what_has_ended_and_says_why() {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));
    moved(move(COORDINATOR, id, "decline", "{\"reasonCode\":\"NO_CAPACITY\"}"));
    String body = "{\"reasonCode\":\"CIRCUMSTANCES_CHANGED\"}";

    assertRefused(move(COORDINATOR, id, "reopening", body), 403, "request/forbidden");
    assertViolated(move(MANAGER, id, "reopening", "{}"), "reasonCode", "REQUIRED");
    assertRefused(
        move(MANAGER, id, "reopening", "{\"reasonCode\":\"NO_CAPACITY\"}"),
        422,
        "decision/reason-of-another-ending");
    Response answer = move(MANAGER, id, "reopening", body);

    moved(answer);
    assertThat(answer.jsonPath().getString("status")).isEqualTo("IN_TRIAGE");
    assertThat(
            as(MANAGER)
                .get("/v1/referrals/" + id + "/history")
                .jsonPath()
                .getString("[-1].reasonCode"))
        .isEqualTo("CIRCUMSTANCES_CHANGED");
  }

  @Test
  void after_90_days_nobody_opens_it_again() throws Exception {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));
    moved(move(COORDINATOR, id, "decline", "{\"reasonCode\":\"NO_CAPACITY\"}"));
    BehindTheService.setReferral(id, "ended_at = ended_at - interval '90 days 1 minute'");

    assertRefused(
        move(MANAGER, id, "reopening", "{\"reasonCode\":\"ENDED_IN_ERROR\"}"),
        409,
        "referral/reopening-too-late");
  }

  @Test
  void what_has_ended_does_not_move_on() {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));
    moved(move(COORDINATOR, id, "decline", "{\"reasonCode\":\"NO_CAPACITY\"}"));

    assertRefused(move(COORDINATOR, id, "triage", "{}"), 409, "referral/illegal-transition");
    assertRefused(
        move(COORDINATOR, id, "decline", "{\"reasonCode\":\"NO_CAPACITY\"}"),
        409,
        "referral/illegal-transition");
  }
}
