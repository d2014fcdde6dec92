package org.crossborough.programme.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.crossborough.chassis.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateRulesTest {

  private static final SessionPart RECOVERY =
      new SessionPart(30, false, ModuleCode.RECOVERY, List.of());
  private static final SessionPart WORK =
      new SessionPart(150, true, ModuleCode.MASCULINITY, List.of(ApproachTag.PSYCHODRAMA));

  @Test
  void a_sound_design_is_taken_and_adds_up() {
    PublishVersion design =
        design(
            GroupType.BEHAVIOUR_CHANGE,
            300,
            List.of(ModuleCode.MASCULINITY),
            session(1, "FIRST", RECOVERY, WORK),
            session(2, "SECOND", RECOVERY, WORK));

    assertThat(violations(design)).isEmpty();
    ProgrammeTemplate template = design.as("ANY", 4);
    assertThat(template.plannedMinutes()).isEqualTo(360);
    assertThat(template.countableMinutes()).isEqualTo(300);
    assertThat(template.moduleCodes()).containsExactly("RECOVERY", "MASCULINITY");
    assertThat(template.absencePolicy()).isEqualTo(new AbsencePolicy(2, 3));
    assertThat(template.recordedReviews()).isTrue();
    assertThat(template.individualSessionsCount()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"ANGER_MANAGEMENT", "COUNSELLING"})
  void a_group_that_is_not_this_work_never_counts(GroupType group) {
    assertThat(violations(design(group, 0, List.of(), session(1, "ONLY", WORK))))
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("sessions[0].parts[0].countable", "GROUP_NEVER_COUNTS"));
    assertThat(violations(design(group, 0, List.of(), session(1, "ONLY", RECOVERY)))).isEmpty();
  }

  @Test
  void treatment_never_counts() {
    SessionPart wrong = new SessionPart(30, true, ModuleCode.RECOVERY, List.of());

    assertThat(
            violations(
                design(GroupType.BEHAVIOUR_CHANGE, 0, List.of(), session(1, "ONLY", WORK, wrong))))
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("sessions[0].parts[1].countable", "MODULE_NEVER_COUNTS"));
  }

  @Test
  void what_does_not_hang_together_is_named() {
    PublishVersion design =
        design(
            GroupType.BEHAVIOUR_CHANGE,
            10_000,
            List.of(ModuleCode.MASCULINITY, ModuleCode.LETTING_GO),
            session(1, "FIRST", WORK),
            session(2, "SECOND", WORK, WORK, WORK, WORK, WORK),
            session(4, "FIRST", WORK));

    assertThat(violations(design))
        .extracting(Violation::field, Violation::code)
        .containsExactly(
            tuple("minimumCountableMinutes", "EXCEEDS_COUNTABLE"),
            tuple("mandatoryModuleCodes[1]", "NOT_COVERED"),
            tuple("sessions[1].parts", "TOO_LONG"),
            tuple("sessions[2].index", "NOT_IN_ORDER"),
            tuple("sessions[2].phase", "PHASE_INTERRUPTED"));
  }

  @Test
  void a_weekly_programme_of_behaviour_change_takes_22_weeks() {
    assertThat(weeks(GroupType.BEHAVIOUR_CHANGE, ProgrammeForm.WEEKLY, 22)).isEmpty();
    assertThat(weeks(GroupType.BEHAVIOUR_CHANGE, ProgrammeForm.WEEKLY, 21))
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("weeks", "TOO_FEW"));
    assertThat(weeks(GroupType.BEHAVIOUR_CHANGE, ProgrammeForm.DAY_PROGRAMME, 7)).isEmpty();
    assertThat(weeks(GroupType.FOLLOW_ON, ProgrammeForm.WEEKLY, 8)).isEmpty();
  }

  private static List<Violation> weeks(GroupType group, ProgrammeForm form, int weeks) {
    PublishVersion design =
        new PublishVersion(
            "Any",
            group,
            form,
            weeks,
            150,
            List.of(),
            null,
            null,
            null,
            List.of(session(1, "ONLY", WORK)));
    return violations(design);
  }

  private static List<Violation> violations(PublishVersion design) {
    return TemplateRules.violations(design, () -> 22);
  }

  private static TemplateSession session(int index, String phase, SessionPart... parts) {
    return new TemplateSession(index, phase, List.of(parts));
  }

  private static PublishVersion design(
      GroupType group, int minimum, List<ModuleCode> mandatory, TemplateSession... sessions) {
    return new PublishVersion(
        "Any",
        group,
        ProgrammeForm.WEEKLY,
        26,
        minimum,
        mandatory,
        null,
        null,
        null,
        List.of(sessions));
  }
}
