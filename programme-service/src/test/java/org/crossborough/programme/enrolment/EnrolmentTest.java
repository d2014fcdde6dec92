package org.crossborough.programme.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentCompleted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.programme.enrolment.EnrolmentLedger.AttendanceChange;
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
  void completion_needs_the_minimum_exactly() {
    assertThat(CompletionPolicy.refusal(new CompletionPolicy.Facts(1799, 1800)))
        .contains(EnrolmentProblem.HOURS_SHORT);
    assertThat(CompletionPolicy.refusal(new CompletionPolicy.Facts(1800, 1800))).isEmpty();
  }
}
