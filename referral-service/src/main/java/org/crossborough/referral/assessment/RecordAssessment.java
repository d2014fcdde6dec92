package org.crossborough.referral.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.crossborough.referral.assessment.Criterion.Finding;
import org.crossborough.referral.decision.AssessmentResult;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That the man came and was assessed, and perhaps signed the agreement first.
 *
 * @param appointmentId which appointment he thereby kept
 * @param findings by criterion; what is not named was not assessed
 * @param acknowledgement how far he acknowledges what he did
 * @param childrenSafeguardingConsidered whether a safeguarding referral for children was considered
 */
@Schema(
    examples =
"""
{"assessedOn":"2026-01-12","result":"SUITABLE",
 "appointmentId":"0197f3a0-1c00-7000-8000-000000000041",
 "findings":{"ACKNOWLEDGES_ABUSE":"MET","NO_CRIMINAL_PROCEEDINGS":"MET"},
 "acknowledgement":"PARTIAL","childrenSafeguardingConsidered":true,
 "confidentialityAgreement":{"version":"1","signedOn":"2026-01-12","explainedBy":"demo-assessor"}}
""")
record RecordAssessment(
    @Nullable LocalDate assessedOn,
    @NotNull AssessmentResult result,
    @Nullable UUID appointmentId,
    @Nullable SortedMap<Criterion, @NotNull Finding> findings,
    @Nullable Acknowledgement acknowledgement,
    @Nullable Boolean childrenSafeguardingConsidered,
    @Nullable @Valid SignAgreement confidentialityAgreement) {

  /** How far he acknowledges what he did. */
  @Schema(name = "AssessedAcknowledgement")
  enum Acknowledgement {
    FULL,
    PARTIAL,
    DENIES
  }

  /** By criterion; empty when none was named. */
  SortedMap<Criterion, Finding> found() {
    return findings == null ? new TreeMap<>() : findings;
  }

  LocalDate day(Occasion occasion) {
    return occasion.dayOf(assessedOn, "assessedOn");
  }

  /**
   * Requires a result that fits what was found.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that does not fit
   */
  void requireConsistent() {
    Findings faults = new Findings();
    for (AssessmentRule rule : AssessmentRule.values()) {
      rule.hold(this, faults);
    }
    faults.refuse();
  }
}
