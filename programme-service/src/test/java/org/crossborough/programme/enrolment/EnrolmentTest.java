package org.crossborough.programme.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentCompleted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentSuspended;
import org.crossborough.programme.enrolment.EnrolmentLedger.AttendanceChange;
import org.crossborough.programme.reason.ExitReason;
import org.crossborough.programme.reason.SuspensionReason;
import org.crossborough.programme.run.ScheduledRuns.ScheduledRun;
import org.crossborough.programme.staff.Act;
import org.junit.jupiter.api.Test;

class EnrolmentTest {

  private static final LocalDate DAY = LocalDate.of(2026, 2, 2);
  private static final Act ACT = new Act("demo-facilitator", Instant.parse("2026-02-02T16:00:00Z"));

  private final Enrolment enrolment =
      Enrolment.of(
          UUID.randomUUID(),
          UUID.randomUUID(),
          new ScheduledRun(UUID.randomUUID(), "E09000019", 1800),
          ACT);

  @Test
  void the_first_countable_minutes_start_it_once() {
    assertThat(enrolment.attend(new AttendanceChange(DAY, 300, 0), ACT)).isEmpty();
    assertThat(enrolment.status()).isEqualTo(EnrolmentStatus.PLANNED);

    assertThat(enrolment.attend(new AttendanceChange(DAY.plusDays(1), 300, 150), ACT))
        .map(EnrolmentStarted::startedOn)
        .contains(DAY.plusDays(1));
    assertThat(enrolment.attend(new AttendanceChange(DAY.plusDays(2), 300, 150), ACT)).isEmpty();
    assertThat(enrolment.countableMinutes()).isEqualTo(300);
  }

  @Test
  void a_register_handed_in_late_moves_the_start_to_its_earlier_day() {
    assertThat(enrolment.attend(new AttendanceChange(DAY.plusDays(1), 300, 150), ACT)).isPresent();

    assertThat(enrolment.attend(new AttendanceChange(DAY, 300, 150), ACT)).isEmpty();

    assertThat(enrolment.startedOn()).isEqualTo(DAY);
  }

  @Test
  void a_correction_down_to_nothing_keeps_him_active() {
    assertThat(enrolment.attend(new AttendanceChange(DAY, 300, 150), ACT)).isPresent();

    assertThat(enrolment.attend(new AttendanceChange(DAY, -300, -150), ACT)).isEmpty();

    assertThat(enrolment.status()).isEqualTo(EnrolmentStatus.ACTIVE);
    assertThat(enrolment.countableMinutes()).isZero();
  }

  @Test
  void one_who_has_not_started_cannot_complete() {
    assertThatThrownBy(
            () -> {
              EnrolmentCompleted never = enrolment.complete(DAY, ACT);
              throw new AssertionError(never);
            })
        .isInstanceOfSatisfying(
            HttpProblem.class,
            problem ->
                assertThat(problem.getType())
                    .hasToString("/problems/enrolment/illegal-transition"));
  }

  @Test
  void a_suspension_that_came_from_elsewhere_is_kept_and_told_as_a_review_only() {
    assertThat(enrolment.attend(new AttendanceChange(DAY, 300, 150), ACT)).isPresent();

    EnrolmentSuspended told =
        enrolment.suspend(SuspensionReason.SAFETY_HOLD, DAY, DAY.plusDays(14), ACT);

    assertThat(told.reasonCode()).isEqualTo("PROGRAMME_REVIEW");
    assertThat(enrolment.suspensionReason()).isEqualTo(SuspensionReason.PROGRAMME_REVIEW);
  }

  @Test
  void minutes_alone_with_a_facilitator_start_nothing() {
    enrolment.credit(new AttendanceChange(DAY, 60, 60));

    assertThat(enrolment.status()).isEqualTo(EnrolmentStatus.PLANNED);
    assertThat(enrolment.countableMinutes()).isEqualTo(60);
  }

  @Test
  void every_exit_reason_is_one_of_the_three_national_exits() {
    assertThat(ExitReason.values())
        .allSatisfy(reason -> assertThat(reason.modalityExit()).isIn("A", "B", "C"));
    assertThat(ExitReason.DROPPED_OUT.modalityExit()).isEqualTo("B");
    assertThat(ExitReason.EXCLUDED_CONDUCT.modalityExit()).isEqualTo("C");
  }
}
