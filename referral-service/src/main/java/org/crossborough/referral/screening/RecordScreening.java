package org.crossborough.referral.screening;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.crossborough.referral.borough.GssCode;
import org.crossborough.referral.instrument.CommonAnswers.Acknowledgement;
import org.crossborough.referral.instrument.CommonAnswers.Disclosure;
import org.crossborough.referral.instrument.CommonAnswers.InstrumentalUse;
import org.crossborough.referral.instrument.CommonAnswers.LastIncident;
import org.crossborough.referral.instrument.CommonAnswers.RelationshipStatus;
import org.crossborough.referral.instrument.CommonItem;
import org.crossborough.referral.screening.ScreeningAnswers.Interpreter;
import org.crossborough.referral.screening.ScreeningAnswers.Result;
import org.crossborough.referral.screening.ScreeningAnswers.SafeguardingAction;
import org.crossborough.referral.screening.ScreeningAnswers.ScreenedBy;
import org.crossborough.referral.screening.ScreeningAnswers.Substance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * A screening as a keyworker sends it: codes only, nothing about a partner, no free text but the
 * name of his organisation. What the five {@code …12m} answers are about happened in the 12 months
 * before the screening.
 *
 * @param screenedAt not in the future
 * @param seenAlone must be true: nobody speaks freely beside his partner or family
 * @param confidentialityExplained must be true: its limits are explained before the first question
 * @param interpreterUsed not {@code FAMILY}
 * @param safeguardingActions what was done; one at least when an immediate risk was identified
 * @param partnerDetailsAgreed that he is willing to give details; they go to safety-service alone
 * @param screeningOrganisation whose keyworker screened, as a name or a code of the sender's own
 * @param auditScore the full AUDIT, 0 to 40
 * @param duditScore the full DUDIT, 0 to 44
 * @param answers to the items that only this instrument asks, by item code: a text for a choice, a
 *     whole number for a scale
 * @param supplements other instruments answered on the same occasion, such as AUDIT-C
 */
@Schema(
    examples =
"""
{"boroughCode":"E09000019","instrumentCode":"DEMO_PERPETRATION","instrumentVersion":1,
 "screenedAt":"2026-01-05T10:00:00Z","screenedByRole":"DRUG_ALCOHOL_WORKER","seenAlone":true,
 "confidentialityExplained":true,"interpreterUsed":"NONE","disclosedPhysical12m":"YES",
 "disclosedSexual12m":"NO","disclosedCoerciveControl12m":"YES","disclosedEmotional12m":"YES",
 "disclosedEconomic12m":"NOT_ASKED","immediateRiskIdentified":false,"safeguardingActions":[],
 "result":"POSITIVE_REFER","clientAgreesToReferral":true,"partnerDetailsAgreed":true}
""")
public record RecordScreening(
    @NotNull @GssCode String boroughCode,
    @NotBlank @Size(max = 64) String instrumentCode,
    @NotNull @Min(1) Integer instrumentVersion,
    @NotNull Instant screenedAt,
    @NotNull ScreenedBy screenedByRole,
    @NotNull Boolean seenAlone,
    @NotNull Boolean confidentialityExplained,
    @NotNull Interpreter interpreterUsed,
    @NotNull Disclosure disclosedPhysical12m,
    @NotNull Disclosure disclosedSexual12m,
    @NotNull Disclosure disclosedCoerciveControl12m,
    @NotNull Disclosure disclosedEmotional12m,
    @NotNull Disclosure disclosedEconomic12m,
    @NotNull Boolean immediateRiskIdentified,
    @NotNull Set<@NotNull SafeguardingAction> safeguardingActions,
    @NotNull Result result,
    @NotNull Boolean clientAgreesToReferral,
    @NotNull Boolean partnerDetailsAgreed,
    @Nullable @Size(max = 120) String screeningOrganisation,
    @Nullable Set<@NotNull Substance> currentSubstances,
    @Nullable @Range(min = 0, max = 40) Integer auditScore,
    @Nullable @Range(min = 0, max = 44) Integer duditScore,
    @Nullable RelationshipStatus relationshipStatus,
    @Nullable Boolean livesWithPartner,
    @Nullable Boolean childrenUnder18InContact,
    @Nullable Disclosure disclosedEver,
    @Nullable InstrumentalUse substanceUsedInstrumentally,
    @Nullable LastIncident lastIncidentBand,
    @Nullable Acknowledgement acknowledgesBehaviour,
    @Nullable @Size(max = 100) Map<@Size(max = 64) String, @NotNull Object> answers,
    @Nullable @Size(max = 5) List<@NotNull @Valid Supplement> supplements) {

  /** A second instrument's answers; all that it requires, since nothing is left for later. */
  @Schema(name = "ScreeningSupplement")
  record Supplement(
      @NotBlank @Size(max = 64) String instrumentCode,
      @NotNull @Min(1) Integer instrumentVersion,
      @NotNull @Size(max = 100) Map<@Size(max = 64) String, @NotNull Object> answers) {}

  Map<String, Object> ownAnswers() {
    return answers == null ? Map.of() : answers;
  }

  List<Supplement> allSupplements() {
    return supplements == null ? List.of() : supplements;
  }

  /** The answers in fields that instruments share; those that were given. */
  Map<CommonItem, Enum<?>> commonAnswers() {
    Map<CommonItem, @Nullable Enum<?>> fields = new EnumMap<>(CommonItem.class);
    fields.put(CommonItem.DISCLOSED_PHYSICAL, disclosedPhysical12m);
    fields.put(CommonItem.DISCLOSED_SEXUAL, disclosedSexual12m);
    fields.put(CommonItem.DISCLOSED_COERCIVE_CONTROL, disclosedCoerciveControl12m);
    fields.put(CommonItem.DISCLOSED_EMOTIONAL, disclosedEmotional12m);
    fields.put(CommonItem.DISCLOSED_ECONOMIC, disclosedEconomic12m);
    fields.put(CommonItem.DISCLOSED_EVER, disclosedEver);
    fields.put(CommonItem.RELATIONSHIP_STATUS, relationshipStatus);
    fields.put(CommonItem.SUBSTANCE_USED_INSTRUMENTALLY, substanceUsedInstrumentally);
    fields.put(CommonItem.LAST_INCIDENT, lastIncidentBand);
    fields.put(CommonItem.ACKNOWLEDGES_BEHAVIOUR, acknowledgesBehaviour);
    Map<CommonItem, Enum<?>> given = new EnumMap<>(CommonItem.class);
    fields.forEach((item, answer) -> {
      if (answer != null) {
        given.put(item, answer);
      }
    });
    return given;
  }

  private Stream<Disclosure> ofTheLast12Months() {
    return Stream.of(
        disclosedPhysical12m,
        disclosedSexual12m,
        disclosedCoerciveControl12m,
        disclosedEmotional12m,
        disclosedEconomic12m);
  }

  boolean anythingDisclosed() {
    return ofTheLast12Months().anyMatch(answer -> answer == Disclosure.YES);
  }

  boolean everythingDenied() {
    return ofTheLast12Months().allMatch(answer -> answer == Disclosure.NO);
  }

  boolean actedOnRisk() {
    return safeguardingActions.stream()
        .anyMatch(action -> action != SafeguardingAction.NONE_REQUIRED);
  }

  boolean requiredNoAction() {
    return safeguardingActions.contains(SafeguardingAction.NONE_REQUIRED);
  }

  boolean hadNoRelationship() {
    return relationshipStatus == RelationshipStatus.NONE_IN_12_MONTHS;
  }

  boolean sawIncidentInLookBack() {
    return lastIncidentBand != null
        && lastIncidentBand != LastIncident.GT_12_MONTHS
        && lastIncidentBand != LastIncident.UNKNOWN;
  }
}
