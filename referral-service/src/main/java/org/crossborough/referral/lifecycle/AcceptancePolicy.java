package org.crossborough.referral.lifecycle;

import java.util.function.Predicate;
import org.crossborough.referral.assessment.AssessmentResult;

/** What must be so before a man is accepted. */
enum AcceptancePolicy {
  PEOPLE_AT_RISK_ARE_KNOWN(
      ReferralProblem.AT_RISK_RECEIPT_MISSING,
      "The people at risk must be handed over to the support service first.",
      facts -> facts.referral.receipt() != null),
  FOUND_SUITABLE(
      ReferralProblem.ASSESSMENT_NOT_SUITABLE,
      "The last assessment must have the result SUITABLE.",
      facts -> facts.referral.assessmentResult() == AssessmentResult.SUITABLE),
  CONFIDENTIALITY_AGREED(
      ReferralProblem.CONFIDENTIALITY_AGREEMENT_MISSING,
      "The man must have signed the agreement on limited confidentiality.",
      facts -> facts.referral.agreement() != null),
  NOT_UNDER_REVIEW(
      ReferralProblem.PROGRAMME_REVIEW,
      "The referral cannot be accepted while it is under review.",
      facts -> !facts.underReview),
  BOROUGH_TAKES_PART(
      ReferralProblem.BOROUGH_NOT_PARTICIPATING,
      "The borough of residence or the commissioning borough must take part on the day.",
      facts -> facts.boroughTakesPart);

  /** What the policies look at: the referral, and what other features know of it. */
  record Facts(Referral referral, boolean underReview, boolean boroughTakesPart) {}

  private final ReferralProblem problem;
  private final String detail;
  private final Predicate<Facts> kept;

  AcceptancePolicy(ReferralProblem problem, String detail, Predicate<Facts> kept) {
    this.problem = problem;
    this.detail = detail;
    this.kept = kept;
  }

  /**
   * Requires every policy to be kept.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 for the first that is not
   */
  static void require(Facts facts) {
    for (AcceptancePolicy policy : values()) {
      if (!policy.kept.test(facts)) {
        throw policy.problem.because(policy.detail);
      }
    }
  }
}
