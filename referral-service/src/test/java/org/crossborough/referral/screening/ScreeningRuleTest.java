package org.crossborough.referral.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
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
    "clientAgreesToReferral, false, NOT_AGREED"
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
  void that_nothing_was_required_is_no_action() throws IOException {
    ObjectNode form = sound();
    form.put("immediateRiskIdentified", true);
    form.putArray("safeguardingActions").add("NONE_REQUIRED");
    assertThat(ScreeningRule.of(sent(form)).all()).hasSize(1);

    form.putArray("safeguardingActions").add("POLICE_999");
    assertThat(ScreeningRule.of(sent(form)).all()).isEmpty();
  }

  private static ObjectNode sound() throws IOException {
    return (ObjectNode) JSON.readTree(SOUND);
  }

  private static ScreeningRule.Sent sent(ObjectNode form) throws IOException {
    return new ScreeningRule.Sent(JSON.treeToValue(form, RecordScreening.class), "E09000019", NOW);
  }
}
