package org.crossborough.referral.screening;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.crossborough.referral.borough.GssCode;
import org.crossborough.referral.screening.ScreeningAnswers.Disclosure;
import org.crossborough.referral.screening.ScreeningAnswers.Interpreter;
import org.crossborough.referral.screening.ScreeningAnswers.Result;
import org.crossborough.referral.screening.ScreeningAnswers.SafeguardingAction;
import org.crossborough.referral.screening.ScreeningAnswers.ScreenedBy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A screening as a keyworker sends it: codes only, nothing about a partner, no free text. */
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
record RecordScreening(
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
    @NotNull Boolean partnerDetailsAgreed) {

  boolean anythingDisclosed() {
    return Stream.of(
            disclosedPhysical12m,
            disclosedSexual12m,
            disclosedCoerciveControl12m,
            disclosedEmotional12m,
            disclosedEconomic12m)
        .anyMatch(answer -> answer == Disclosure.YES);
  }

  boolean actedOnRisk() {
    return safeguardingActions.stream()
        .anyMatch(action -> action != SafeguardingAction.NONE_REQUIRED);
  }
}
