package org.crossborough.referral.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.crossborough.chassis.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningRuleTest {

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final String SOUND =
      """
      {"boroughCode":"E09000019","instrumentCode":"DEMO_PERPETRATION","instrumentVersion":1,
       "screenedAt":"2026-01-05T10:00:00Z","screenedByRole":"DRUG_ALCOHOL_WORKER","seenAlone":true,
       "confidentialityExplained":true,"interpreterUsed":"NONE","disclosedPhysical12m":"YES",
       "disclosedSexual12m":"NO","disclosedCoerciveControl12m":"NO","disclosedEmotional12m":"NO",
       "disclosedEconomic12m":"NOT_ASKED","immediateRiskIdentified":false,"safeguardingActions":[],
       "result":"POSITIVE_REFER","clientAgreesToReferral":true,"partnerDetailsAgreed":true}
      """;

  @Test
  void a_sound_screening_breaks_no_rule() throws IOException {
    assertThat(ScreeningRule.of(sent(sound())).all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "boroughCode, '\"E09000007\"', OTHER_BOROUGH",
    "screenedAt, '\"2026-01-05T12:00:01Z\"', IN_FUTURE",
    "seenAlone, false, NOT_SEEN_ALONE",
    "confidentialityExplained, false, CONFIDENTIALITY_NOT_EXPLAINED",
    "interpreterUsed, '\"FAMILY\"', FAMILY_INTERPRETER",
    "disclosedPhysical12m, '\"DECLINED\"', NOTHING_DISCLOSED",
    "immediateRiskIdentified, true, NO_SAFEGUARDING_ACTION",
    "clientAgreesToReferral, false, NOT_AGREED",
    "result, '\"POSSIBLE_VICTIM\"', NOT_TO_BE_REFERRED",
    "safeguardingActions, '[\"POLICE_999\",\"NONE_REQUIRED\"]', CONTRADICTORY_ACTIONS",
    "lastIncidentBand, '\"GT_12_MONTHS\"', OUTSIDE_LOOK_BACK",
    "disclosedEver, '\"NO\"', CONTRADICTS_LAST_12_MONTHS",
    "relationshipStatus, '\"NONE_IN_12_MONTHS\"', NO_RELATIONSHIP",
    "screeningOrganisation, '\"Ask on 020 7946 0000\"', CONTAINS_CONTACT_DETAILS",
    "screeningOrganisation, '\"Demo, N1 1AA\"', CONTAINS_CONTACT_DETAILS"
  })
  void one_change_breaks_one_rule(String field, String value, String code) throws IOException {
    ObjectNode form = sound();
    form.set(field, JSON.readTree(value));

    assertThat(ScreeningRule.of(sent(form)).all())
        .extracting(Violation::code)
        .containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NEGATIVE", "INCOMPLETE", "POSSIBLE_VICTIM"})
  void only_a_positive_result_needs_a_disclosure_and_his_agreement(String result)
      throws IOException {
    ObjectNode form = sound();
    form.put("disclosedPhysical12m", "NO").put("result", result);
    form.put("clientAgreesToReferral", false);

    assertThat(ScreeningRule.of(sent(form)).all()).isEmpty();
  }

  @Test
  void an_incident_of_the_last_12_months_is_disclosed_or_not_recorded() throws IOException {
    ObjectNode form = denying();
    assertThat(codes(form)).isEmpty();

    for (String band : new String[] {"LT_1_WEEK", "LT_1_MONTH", "LT_3_MONTHS", "LT_12_MONTHS"}) {
      assertThat(codes(form.put("lastIncidentBand", band))).containsExactly("NOT_DISCLOSED");
    }
    assertThat(codes(form.put("lastIncidentBand", "GT_12_MONTHS"))).isEmpty();
    assertThat(codes(form.put("lastIncidentBand", "UNKNOWN"))).isEmpty();
    form.put("disclosedSexual12m", "DECLINED").put("lastIncidentBand", "LT_1_WEEK");
    assertThat(codes(form)).isEmpty();
  }

  @Test
  void nobody_lives_with_a_partner_he_does_not_have() throws IOException {
    ObjectNode form = denying().put("relationshipStatus", "NONE_IN_12_MONTHS");
    assertThat(codes(form.put("livesWithPartner", false))).isEmpty();

    assertThat(codes(form.put("livesWithPartner", true))).containsExactly("NOBODY_TO_LIVE_WITH");
  }

  @Test
  void that_nothing_was_required_is_no_action() throws IOException {
    ObjectNode form = sound();
    form.put("immediateRiskIdentified", true);
    form.putArray("safeguardingActions").add("NONE_REQUIRED");
    assertThat(ScreeningRule.of(sent(form)).all()).hasSize(1);

    form.putArray("safeguardingActions").add("POLICE_999");
    assertThat(ScreeningRule.of(sent(form)).all()).isEmpty();
  }

  private static ObjectNode denying() throws IOException {
    ObjectNode form = sound().put("result", "NEGATIVE").put("clientAgreesToReferral", false);
    return form.put("disclosedPhysical12m", "NO").put("disclosedEconomic12m", "NO");
  }

  private static List<String> codes(ObjectNode form) throws IOException {
    return ScreeningRule.of(sent(form)).all().stream().map(Violation::code).toList();
  }

  private static ObjectNode sound() throws IOException {
    return (ObjectNode) JSON.readTree(SOUND);
  }

  private static ScreeningRule.Sent sent(ObjectNode form) throws IOException {
    return new ScreeningRule.Sent(JSON.treeToValue(form, RecordScreening.class), "E09000019", NOW);
  }
}
