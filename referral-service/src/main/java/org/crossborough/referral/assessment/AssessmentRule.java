package org.crossborough.referral.assessment;

import java.util.List;
import java.util.function.Predicate;
import org.crossborough.referral.assessment.Criterion.Effect;
import org.crossborough.referral.assessment.Criterion.Finding;
import org.crossborough.referral.assessment.RecordAssessment.Acknowledgement;
import org.crossborough.referral.decision.AssessmentResult;
import org.crossborough.referral.form.Findings;

/** How a result and the findings must fit; the constant's name is the code a sender gets. */
enum AssessmentRule {
  CRITERION_NOT_MET(
      "result",
      "a criterion that is not met excludes SUITABLE",
      form ->
          form.result() == AssessmentResult.SUITABLE
              && notMet(form).stream().anyMatch(Effect::excludesSuitable)),
  TOTAL_DENIAL(
      "acknowledgement",
      "a man who denies everything is not found SUITABLE",
      form ->
          form.result() == AssessmentResult.SUITABLE
              && form.acknowledgement() == Acknowledgement.DENIES),
  DEFER_INSTEAD(
      "result",
      "unstable use alone is a reason to defer: use DEFER_STABILISE",
      form ->
          form.result() == AssessmentResult.NOT_SUITABLE
              && !notMet(form).isEmpty()
              && notMet(form).stream().allMatch(effect -> effect == Effect.DEFER_STABILISE));

  private final String field;
  private final String message;
  private final Predicate<RecordAssessment> broken;

  AssessmentRule(String field, String message, Predicate<RecordAssessment> broken) {
    this.field = field;
    this.message = message;
    this.broken = broken;
  }

  void hold(RecordAssessment form, Findings faults) {
    faults.when(broken.test(form), field, name(), message);
  }

  private static List<Effect> notMet(RecordAssessment form) {
    return form.found().entrySet().stream()
        .filter(entry -> entry.getValue() == Finding.NOT_MET)
        .map(entry -> entry.getKey().effect())
        .toList();
  }
}
