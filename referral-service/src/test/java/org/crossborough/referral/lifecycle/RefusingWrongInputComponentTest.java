package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.OFFICER;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.get;
import static org.crossborough.referral.testing.ReferralApi.move;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Of what is sent along the pathway, a wrong value of each kind: refused with its field and code,
 * before the status is asked about, and without a trace on the referral.
 */
@QuarkusTest
class RefusingWrongInputComponentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        COORDINATOR + "|assessment-offer|{'offeredOn':'2999-01-01'}|offeredOn|IN_FUTURE",
        COORDINATOR + "|decline|{'reasonCode':''}|reasonCode|UNKNOWN",
        COORDINATOR
            + "|decline|{'reasonCode':'NO_CAPACITY','decidedOn':'2999-01-01'}|decidedOn|IN_FUTURE",
        COORDINATOR + "|redirection|{'reasonCode':'BECAUSE'}|reasonCode|UNKNOWN",
        COORDINATOR + "|redirection|{}|reasonCode|REQUIRED",
        ISLINGTON + "|withdrawal|{'reasonCode':'BECAUSE'}|reasonCode|UNKNOWN",
        ISLINGTON
            + "|withdrawal|{'reasonCode':'CHANGED_MIND','decidedOn':'2999-01-01'}|decidedOn|IN_FUTURE",
        COORDINATOR
            + "|deferral|{'reasonCode':'BECAUSE','decidedOn':'2026-01-14','reviewOn':'2026-01-20'}"
            + "|reasonCode|UNKNOWN",
        COORDINATOR + "|allocation|{}|runId|REQUIRED",
        MANAGER + "|reopening|{'reasonCode':'BECAUSE'}|reasonCode|UNKNOWN",
        COORDINATOR
            + "|return|{'missing':[{'field':'','code':'MISSING'}]}|missing[0].field|REQUIRED",
        ASSESSOR + "|assessments|{}|result|REQUIRED",
        ASSESSOR
            + "|assessments|{'result':'SUITABLE','acknowledgement':'DENIES'}"
            + "|acknowledgement|TOTAL_DENIAL",
        ASSESSOR
            + "|assessments|{'result':'NOT_SUITABLE','findings':{'STABLE_SUBSTANCE_USE':'NOT_MET'}}"
            + "|result|DEFER_INSTEAD",
        ASSESSOR
            + "|assessments|{'result':'SUITABLE',"
            + "'confidentialityAgreement':{'version':'1','signedOn':'2999-01-01'}}"
            + "|confidentialityAgreement.signedOn|IN_FUTURE",
        ASSESSOR
            + "|confidentiality-agreements|{'version':' ','signedOn':'2026-01-12'}|version|REQUIRED",
        ASSESSOR + "|confidentiality-agreements|{'version':'1'}|signedOn|REQUIRED",
        ASSESSOR
            + "|confidentiality-agreements|{'version':'1','signedOn':'2026-01-12',"
            + "'explainedBy':'ring 020 7946 0000'}|explainedBy|CONTAINS_CONTACT_DETAILS",
        COORDINATOR + "|assessment-appointments|{'place':'Demo house'}|startsAt|REQUIRED",
        COORDINATOR
            + "|assessment-appointments|{'startsAt':'2026-01-12T14:00:00Z','place':'Demo house',"
            + "'minutes':241}|minutes|MAX",
        COORDINATOR
            + "|assessment-appointments|{'startsAt':'2026-01-12T14:00:00Z','place':'Demo house',"
            + "'offeredOn':'2999-01-01'}|offeredOn|IN_FUTURE",
        COORDINATOR
            + "|assessment-appointments|{'startsAt':'2026-01-12T14:00:00Z','place':'Demo house',"
            + "'assessor':'a@example.invalid'}|assessor|CONTAINS_CONTACT_DETAILS",
        COORDINATOR + "|assignment|{}|assignee|REQUIRED",
        COORDINATOR + "|waiting-reviews|{'reviewedOn':'2999-01-01'}|reviewedOn|IN_FUTURE",
        COORDINATOR + "|receipt-exceptions|{'reason':'Confirmed.'}|code|REQUIRED",
        OFFICER + "|legal-holds|{'note':'Review 2026/3'}|reasonCode|REQUIRED",
        OFFICER
            + "|legal-holds|{'reasonCode':'COMPLAINT','note':'ring 020 7946 0000'}"
            + "|note|CONTAINS_CONTACT_DETAILS",
        OFFICER
            + "|legal-holds/0197f3a0-1c00-7000-8000-00000000dead/lifting|{'reason':' '}|reason|REQUIRED",
        OFFICER + "|retention-review|{'reason':'Over'}|decision|REQUIRED",
        OFFICER
            + "|retention-review|{'decision':'DESTROY','keepUntil':'2999-01-01','reason':'Over'}"
            + "|keepUntil|NOT_KEPT",
        COORDINATOR
            + "|possible-duplicates/decisions|{'decision':'SAME_MAN','reason':'Same'}|referralId|REQUIRED"
      })
  void a_wrong_value_is_refused_by_field_and_code(
      String caller, String step, String body, String field, String code) throws Exception {
    String id = aReferral(ISLINGTON);
    String before = get(COORDINATOR, id).asString();

    assertViolated(move(caller, id, step, body.replace('\'', '"')), field, code);

    assertThat(get(COORDINATOR, id).asString()).isEqualTo(before);
    assertThat(moves(id)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        COORDINATOR + "|triage|{'force':true}|force",
        COORDINATOR + "|assessment-offer|{'offeredOn':'tomorrow'}|offeredOn",
        COORDINATOR + "|decline|{'reasonCode':['NO_CAPACITY']}|reasonCode",
        COORDINATOR + "|allocation|{'runId':'the next one'}|runId",
        ASSESSOR + "|assessments|{'result':'PERHAPS'}|result",
        ASSESSOR + "|assessments|{'result':'SUITABLE','findings':{'KIND':'MET'}}|findings",
        COORDINATOR
            + "|assessment-appointments|{'startsAt':'at two','place':'Demo house'}|startsAt",
        COORDINATOR + "|receipt-exceptions|{'code':'SHE_SAID_NO','reason':'Confirmed.'}|code",
        OFFICER + "|legal-holds|{'reasonCode':'CURIOUS'}|reasonCode",
        OFFICER + "|retention-review|{'decision':'PERHAPS','reason':'Over'}|decision"
      })
  void a_value_of_another_type_or_of_no_list_is_unreadable(
      String caller, String step, String body, String field) throws Exception {
    String id = aReferral(ISLINGTON);

    Response answer = move(caller, id, step, body.replace('\'', '"'));

    assertRefused(answer, 400, "request/malformed-body");
    assertThat(answer.jsonPath().getString("violations[0].field")).startsWith(field);
    assertThat(moves(id)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    COORDINATOR + ",decline,CHANGED_MIND",
    COORDINATOR + ",redirection,TOTAL_DENIAL",
    ISLINGTON + ",withdrawal,NO_CAPACITY",
    MANAGER + ",reopening,CUSTODY"
  })
  void a_reason_for_another_ending_is_none_for_this_one(String caller, String step, String reason) {
    String id = aReferral(ISLINGTON);

    Response answer = move(caller, id, step, "{\"reasonCode\":\"" + reason + "\"}");

    assertRefused(answer, 422, "decision/reason-of-another-ending");
    assertThat(answer.jsonPath().getString("violations[0].field")).isEqualTo("reasonCode");
    assertThat(answer.jsonPath().getString("violations[0].code")).isEqualTo("OTHER_ENDING");
  }

  private static long moves(String id) throws Exception {
    return Psql.count(
        "select count(*) from referral_status_change where referral_id = ?", UUID.fromString(id));
  }
}
