package org.crossborough.programme.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.run.ScheduledRuns;
import org.crossborough.programme.staff.Act;
import org.jspecify.annotations.Nullable;

/** The three ways an enrolment ends, each with what must be true first. */
@ApplicationScoped
class EndEnrolment {

  private final ScheduledRuns runs;
  private final Outbox outbox;
  private final Clock clock;
  private final Caller caller;

  EndEnrolment(ScheduledRuns runs, Outbox outbox, Clock clock, Caller caller) {
    this.runs = runs;
    this.outbox = outbox;
    this.clock = clock;
    this.caller = caller;
  }

  void noShow(Enrolment enrolment) {
    outbox.publish(enrolment.noShow(act()));
  }

  void exit(Enrolment enrolment, ExitReason reason, @Nullable LocalDate given) {
    enrolment.requirePossible(EnrolmentTransition.EXIT);
    LocalDate on = businessDate("exitedOn", given, enrolment);
    outbox.publish(enrolment.exit(reason, on, act()));
  }

  void complete(Enrolment enrolment, @Nullable LocalDate given) {
    enrolment.requirePossible(EnrolmentTransition.COMPLETE);
    LocalDate on = businessDate("completedOn", given, enrolment);
    int minimum = runs.get(enrolment.runId()).minimumCountableMinutes();
    CompletionPolicy.refusal(new CompletionPolicy.Facts(enrolment.countableMinutes(), minimum))
        .ifPresent(refusal -> {
          throw refusal.because(
              "%d of %d countable minutes.".formatted(enrolment.countableMinutes(), minimum));
        });
    outbox.publish(enrolment.complete(on, act()));
  }

  private LocalDate businessDate(String field, @Nullable LocalDate given, Enrolment enrolment) {
    LocalDate today = LocalDate.now(clock);
    if (given == null) {
      return today;
    }
    LocalDate started = enrolment.startedOn();
    if (given.isAfter(today)) {
      throw invalid(field, "IN_FUTURE", "must not be in the future");
    }
    if (started != null && given.isBefore(started)) {
      throw invalid(field, "BEFORE_START", "must not be before the programme was started");
    }
    return given;
  }

  private static RuntimeException invalid(String field, String code, String message) {
    return RequestProblem.INVALID.of(List.of(new Violation(field, code, message)));
  }

  private Act act() {
    return Act.of(caller, clock.instant());
  }
}
