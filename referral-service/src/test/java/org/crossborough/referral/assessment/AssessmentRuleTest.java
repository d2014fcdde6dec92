package org.crossborough.referral.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.referral.assessment.Criterion.Effect;
import org.crossborough.referral.assessment.Criterion.Finding;
import org.crossborough.referral.assessment.RecordAssessment.Acknowledgement;
import org.crossborough.referral.decision.AssessmentResult;
import org.crossborough.referral.form.Findings;
import org.jspecify.annotations.Nullable;

class AssessmentRuleTest {

  /** Every effect by what a SUITABLE result may not stand beside, written out once more. */
  private static final Map<Effect, Boolean> EXCLUDES_SUITABLE =
      Map.of(
          Effect.INELIGIBLE, true,
          Effect.UNSUITABLE, true,
          Effect.DEFER_STABILISE, true,
          Effect.CASE_BY_CASE, false,
          Effect.POSSIBLY_UNSUITABLE, false,
          Effect.ADJUST, false);

  @Property
  void a_man_is_suitable_if_nothing_that_excludes_it_was_found(
      @ForAll Map<Criterion, Finding> found) {
    boolean excluded =
        found.entrySet().stream()
            .filter(entry -> entry.getValue() == Finding.NOT_MET)
            .anyMatch(entry -> EXCLUDES_SUITABLE.getOrDefault(entry.getKey().effect(), true));

    assertThat(broken(AssessmentResult.SUITABLE, found, null).contains("CRITERION_NOT_MET"))
        .isEqualTo(excluded);
  }

  @Property
  void a_further_appointment_may_always_be_asked_for(
      @ForAll Map<Criterion, Finding> found, @ForAll @Nullable Acknowledgement acknowledgement) {
    assertThat(broken(AssessmentResult.FURTHER_APPOINTMENT, found, acknowledgement)).isEmpty();
  }

  @Example
  void unstable_use_alone_is_waited_out_and_not_declined() {
    Map<Criterion, Finding> unstable = Map.of(Criterion.STABLE_SUBSTANCE_USE, Finding.NOT_MET);
    Map<Criterion, Finding> more =
        Map.of(
            Criterion.STABLE_SUBSTANCE_USE, Finding.NOT_MET,
            Criterion.NO_CRIMINAL_PROCEEDINGS, Finding.NOT_MET);

    assertThat(broken(AssessmentResult.NOT_SUITABLE, unstable, null))
        .containsExactly("DEFER_INSTEAD");
    assertThat(broken(AssessmentResult.DEFER_STABILISE, unstable, null)).isEmpty();
    assertThat(broken(AssessmentResult.NOT_SUITABLE, more, null)).isEmpty();
  }

  @Example
  void total_denial_is_not_suitable() {
    assertThat(broken(AssessmentResult.SUITABLE, Map.of(), Acknowledgement.DENIES))
        .containsExactly("TOTAL_DENIAL");
    assertThat(broken(AssessmentResult.SUITABLE, Map.of(), Acknowledgement.PARTIAL)).isEmpty();
  }

  private static List<String> broken(
      AssessmentResult result,
      Map<Criterion, Finding> found,
      @Nullable Acknowledgement acknowledgement) {
    RecordAssessment form =
        new RecordAssessment(null, result, null, new TreeMap<>(found), acknowledgement, null, null);
    Findings faults = new Findings();
    for (AssessmentRule rule : AssessmentRule.values()) {
      rule.hold(form, faults);
    }
    return faults.all().stream().map(Violation::code).toList();
  }
}
