package org.crossborough.referral.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.aReferralForm;
import static org.crossborough.referral.testing.ReferralApi.aScreeningForm;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.ScreeningRecorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnsweringAnInstrumentComponentTest {

  private static final String PATH = "/v1/screenings";

  @Test
  void a_full_record_is_kept_and_shown_with_what_it_comes_to() {
    ObjectNode form = full();
    form.putObject("answers").put("wantsToChange", "YES");
    form.putArray("supplements")
        .addObject()
        .put("instrumentCode", "AUDIT_C")
        .put("instrumentVersion", 1)
        .putObject("answers")
        .put("frequency", 4)
        .put("quantity", 2)
        .put("heavyDays", 2);

    String id = created(post(ISLINGTON, PATH, form));

    JsonPath shown = as(ASSESSOR).get(PATH + "/" + id).jsonPath();
    form.fieldNames()
        .forEachRemaining(name -> {
          if (!name.equals("supplements") && !name.startsWith("seen") && !name.startsWith("conf")) {
            assertThat(shown.getString(name)).as(name).isNotNull();
          }
        });
    assertThat(shown.getString("outcome")).isEqualTo("POSITIVE");
    assertThat(shown.getString("answers.wantsToChange")).isEqualTo("YES");
    assertThat(shown.getList("currentSubstances")).containsExactly("ALCOHOL", "TOBACCO");
    assertThat(shown.getInt("supplements[0].scores.total")).isEqualTo(8);
    assertThat(shown.getString("supplements[0].outcome")).isEqualTo("POSITIVE");
    assertThat(shown.getList("signposts")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "auditScore, 41, RANGE",
    "auditScore, -1, RANGE",
    "duditScore, 45, RANGE",
  })
  void a_score_is_within_its_scale(String field, int score, String code) {
    assertViolated(post(ISLINGTON, PATH, full().put(field, score)), field, code);
    assertThat(post(ISLINGTON, PATH, full().put(field, 40)).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "relationshipStatus",
        "disclosedEver",
        "lastIncidentBand",
        "substanceUsedInstrumentally"
      })
  void what_the_instrument_requires_is_answered(String item) {
    ObjectNode form = full();
    form.remove(item);

    assertViolated(post(ISLINGTON, PATH, form), item, "REQUIRED");
  }

  @Test
  void an_incomplete_screening_may_leave_questions_open_and_is_never_referred() {
    ObjectNode form = full().put("result", "INCOMPLETE").put("clientAgreesToReferral", false);
    form.remove("disclosedEver");

    String id = created(post(ISLINGTON, PATH, form));

    assertThat(as(ISLINGTON).get(PATH + "/" + id).jsonPath().getString("outcome"))
        .isEqualTo("INCOMPLETE");
    assertNotReferable(id);
  }

  @ParameterizedTest
  @CsvSource({
    "disclosedPhysical12m, NO, POSITIVE_NOT_ELIGIBLE, ''",
    "disclosedPhysical12m, YES, NEGATIVE, RESULT_DISAGREES",
    "disclosedPhysical12m, YES, INCOMPLETE, RESULT_DISAGREES",
  })
  void a_result_that_the_rules_do_not_come_to_is_refused(
      String item, String answer, String result, String code) {
    ObjectNode form = full().put(item, answer).put("result", result);
    form.put("clientAgreesToReferral", false);
    if (code.isEmpty()) {
      assertThat(post(ISLINGTON, PATH, form).statusCode()).isEqualTo(201);
    } else {
      assertViolated(post(ISLINGTON, PATH, form), "result", code);
    }
  }

  @Test
  void an_answer_that_is_not_offered_is_refused_by_its_name() {
    ObjectNode form = full();
    form.putObject("answers").put("wantsToChange", "PERHAPS");
    assertViolated(post(ISLINGTON, PATH, form), "answers.wantsToChange", "UNKNOWN_ANSWER");

    form.putObject("answers").put("partnerName", "Demo");
    assertViolated(post(ISLINGTON, PATH, form), "answers.partnerName", "UNKNOWN_ITEM");

    form.putObject("answers").put("disclosedEver", "YES");
    assertViolated(post(ISLINGTON, PATH, form), "answers.disclosedEver", "COMMON_ITEM");
  }

  @Test
  void a_supplement_is_answered_in_full_on_an_instrument_for_severity() {
    ObjectNode form = full();
    ObjectNode supplement = form.putArray("supplements").addObject();
    supplement.put("instrumentCode", "AUDIT_C").put("instrumentVersion", 1);
    supplement.putObject("answers").put("frequency", 4).put("quantity", 2);
    assertViolated(post(ISLINGTON, PATH, form), "supplements[0].answers.heavyDays", "REQUIRED");

    supplement.putObject("answers").put("frequency", 5).put("quantity", 2).put("heavyDays", 0);
    assertViolated(
        post(ISLINGTON, PATH, form), "supplements[0].answers.frequency", "UNKNOWN_ANSWER");

    supplement.put("instrumentCode", "DEMO_PERPETRATION").putObject("answers");
    assertViolated(post(ISLINGTON, PATH, form), "supplements[0].instrumentCode", "WRONG_PURPOSE");
    assertViolated(
        post(ISLINGTON, PATH, aScreeningForm(ISLINGTON).put("instrumentCode", "AUDIT_C")),
        "instrumentCode",
        "WRONG_PURPOSE");
  }

  @Test
  void a_man_who_may_be_harmed_is_shown_the_way_and_others_are_not_told() {
    ObjectNode form = full().put("result", "POSSIBLE_VICTIM").put("clientAgreesToReferral", false);
    Response answer = post(ISLINGTON, PATH, form);
    String id = created(answer);
    assertThat(answer.jsonPath().getList("signposts.service", String.class))
        .containsExactly("Men's Advice Line");
    assertThat(answer.jsonPath().getString("signposts[0].telephone")).isNotBlank();

    String later = created(post(ISLINGTON, PATH, full()));

    var _ =
        Wire.await(ScreeningRecorded.class, event -> event.screeningId().toString().equals(later));
    assertThat(Wire.published(ScreeningRecorded.class))
        .noneMatch(event -> event.screeningId().toString().equals(id))
        .noneMatch(event -> event.result().equals("POSSIBLE_VICTIM"));
    assertNotReferable(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POSITIVE_CLIENT_DECLINED", "POSITIVE_NOT_ELIGIBLE"})
  void a_man_who_is_not_referred_is_told_of_a_helpline(String result) {
    ObjectNode form = full().put("result", result).put("clientAgreesToReferral", false);

    Response answer = post(ISLINGTON, PATH, form);

    assertThat(answer.jsonPath().getList("signposts.service", String.class))
        .containsExactly("Respect Phoneline");
    assertNotReferable(created(answer));
  }

  @Test
  void a_man_who_agrees_has_not_declined() {
    assertViolated(
        post(ISLINGTON, PATH, full().put("result", "POSITIVE_CLIENT_DECLINED")),
        "clientAgreesToReferral",
        "AGREED");
  }

  @Test
  void supplements_are_bound_to_the_borough_in_the_database() throws Exception {
    ObjectNode form = full();
    ObjectNode supplement = form.putArray("supplements").addObject();
    supplement.put("instrumentCode", "AUDIT_C").put("instrumentVersion", 1);
    supplement.putObject("answers").put("frequency", 0).put("quantity", 0).put("heavyDays", 0);
    UUID id = UUID.fromString(created(post(ISLINGTON, PATH, form)));
    String sql = "select * from screening_supplement where screening_id = ?";

    assertThat(Psql.rows("E09000019", sql, id)).hasSize(1);
    assertThat(Psql.rows("E09000007", sql, id)).isEmpty();
    assertThat(Psql.rows("", sql, id)).isEmpty();
  }

  private static void assertNotReferable(String screening) {
    ObjectNode referral = aReferralForm(ISLINGTON);
    assertRefused(
        post(ISLINGTON, "/v1/referrals", referral.put("screeningId", screening)),
        409,
        "referral/screening-not-positive");
  }

  private static ObjectNode full() {
    ObjectNode form =
        aScreeningForm(ISLINGTON)
            .put("instrumentVersion", 2)
            .put("screeningOrganisation", "Demo treatment service")
            .put("auditScore", 18)
            .put("duditScore", 3)
            .put("relationshipStatus", "CURRENT_PARTNER")
            .put("livesWithPartner", true)
            .put("childrenUnder18InContact", false)
            .put("disclosedEver", "YES")
            .put("substanceUsedInstrumentally", "UNKNOWN")
            .put("lastIncidentBand", "LT_1_MONTH")
            .put("acknowledgesBehaviour", "PARTIAL");
    form.putArray("currentSubstances").add("TOBACCO").add("ALCOHOL");
    return form;
  }
}
