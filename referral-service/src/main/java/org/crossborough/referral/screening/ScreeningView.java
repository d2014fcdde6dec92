package org.crossborough.referral.screening;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.referral.instrument.CommonAnswers.Acknowledgement;
import org.crossborough.referral.instrument.CommonAnswers.Disclosure;
import org.crossborough.referral.instrument.CommonAnswers.InstrumentalUse;
import org.crossborough.referral.instrument.CommonAnswers.LastIncident;
import org.crossborough.referral.instrument.CommonAnswers.RelationshipStatus;
import org.crossborough.referral.instrument.Outcome;
import org.crossborough.referral.screening.ScreeningAnswers.Interpreter;
import org.crossborough.referral.screening.ScreeningAnswers.Result;
import org.crossborough.referral.screening.ScreeningAnswers.ScreenedBy;
import org.jspecify.annotations.Nullable;

/**
 * A screening as it is shown: what was recorded, what the instruments made of it, and where a man
 * who is not referred can turn.
 */
public record ScreeningView(
    UUID id,
    String boroughCode,
    String instrumentCode,
    int instrumentVersion,
    Instant screenedAt,
    Result result,
    @Nullable Outcome outcome,
    ScreenedBy screenedByRole,
    @Nullable String screeningOrganisation,
    Interpreter interpreterUsed,
    @Nullable List<String> currentSubstances,
    @Nullable Integer auditScore,
    @Nullable Integer duditScore,
    @Nullable RelationshipStatus relationshipStatus,
    @Nullable Boolean livesWithPartner,
    @Nullable Boolean childrenUnder18InContact,
    Disclosure disclosedPhysical12m,
    Disclosure disclosedSexual12m,
    Disclosure disclosedCoerciveControl12m,
    Disclosure disclosedEmotional12m,
    Disclosure disclosedEconomic12m,
    @Nullable Disclosure disclosedEver,
    @Nullable InstrumentalUse substanceUsedInstrumentally,
    @Nullable LastIncident lastIncidentBand,
    @Nullable Acknowledgement acknowledgesBehaviour,
    boolean immediateRiskIdentified,
    List<String> safeguardingActions,
    boolean clientAgreesToReferral,
    boolean partnerDetailsAgreed,
    @Nullable Map<String, Object> answers,
    List<SupplementView> supplements,
    List<Signpost> signposts,
    Instant recordedAt) {

  public static final String EXAMPLE =
      """
      {"id":"0197f3a0-1c00-7000-8000-000000000004","boroughCode":"E09000019",
       "instrumentCode":"DEMO_PERPETRATION","instrumentVersion":2,
       "screenedAt":"2026-01-05T10:00:00Z","result":"POSITIVE_REFER","outcome":"POSITIVE",
       "screenedByRole":"DRUG_ALCOHOL_WORKER","screeningOrganisation":"Demo treatment service",
       "interpreterUsed":"NONE","currentSubstances":["ALCOHOL"],
       "relationshipStatus":"CURRENT_PARTNER","livesWithPartner":true,
       "childrenUnder18InContact":false,"disclosedPhysical12m":"YES","disclosedSexual12m":"NO",
       "disclosedCoerciveControl12m":"YES","disclosedEmotional12m":"YES",
       "disclosedEconomic12m":"NO","disclosedEver":"YES","substanceUsedInstrumentally":"YES",
       "lastIncidentBand":"LT_3_MONTHS","acknowledgesBehaviour":"PARTIAL",
       "immediateRiskIdentified":false,"safeguardingActions":[],"clientAgreesToReferral":true,
       "partnerDetailsAgreed":true,"answers":{"wantsToChange":"YES"},
       "supplements":[{"instrumentCode":"AUDIT_C","instrumentVersion":1,
         "answers":{"frequency":4,"quantity":2,"heavyDays":2},"scores":{"total":8},
         "outcome":"POSITIVE"}],
       "signposts":[],"recordedAt":"2026-01-05T10:05:00Z"}
      """;

  static final String LISTED_EXAMPLE =
      """
      {"items":[{"id":"0197f3a0-1c00-7000-8000-000000000004","boroughCode":"E09000019",
       "instrumentCode":"DEMO_PERPETRATION","instrumentVersion":2,
       "screenedAt":"2026-01-05T10:00:00Z","result":"POSITIVE_REFER"}]}
      """;

  /** A second instrument's answers and what they come to. */
  record SupplementView(
      String instrumentCode,
      int instrumentVersion,
      Map<String, Object> answers,
      Map<String, Object> scores,
      @Nullable Outcome outcome) {}

  /** A screening in a list: which, when and with what result, without any answer. */
  record Summary(
      UUID id,
      String boroughCode,
      String instrumentCode,
      int instrumentVersion,
      Instant screenedAt,
      Result result) {}

  /** A page of screenings, newest first; {@code next} is the cursor of the page after it. */
  record Listed(List<Summary> items, @Nullable String next) {}
}
