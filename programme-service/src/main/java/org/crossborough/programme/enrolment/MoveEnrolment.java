package org.crossborough.programme.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.contracts.ReferralEvent.ReferralAllocated;
import org.crossborough.contracts.Topic;
import org.crossborough.programme.clearance.Clearance;
import org.crossborough.programme.clearance.Clearances;
import org.crossborough.programme.enrolment.EnrolmentLedger.CompletionConditions;
import org.crossborough.programme.reason.ExitReason;
import org.crossborough.programme.reason.SuspensionReason;
import org.crossborough.programme.run.ScheduledRuns;
import org.crossborough.programme.run.ScheduledRuns.RunDesign;
import org.crossborough.programme.staff.Act;
import org.jspecify.annotations.Nullable;

/**
 * Every move of an enrolment that somebody decides, each with what must be true first; and its
 * beginning, which the allocation of a referral decides.
 */
@ApplicationScoped
public class MoveEnrolment {

  /** The longest a suspension goes without being looked at, in days. */
  static final int LONGEST_UNREVIEWED = 28;

  private final Enrolments enrolments;
  private final ScheduledRuns runs;
  private final Clearances clearances;
  private final CompletionConditions conditions;
  private final Outbox outbox;

  MoveEnrolment(
      Enrolments enrolments,
      ScheduledRuns runs,
      Clearances clearances,
      CompletionConditions conditions,
      Outbox outbox) {
    this.enrolments = enrolments;
    this.runs = runs;
    this.clearances = clearances;
    this.conditions = conditions;
    this.outbox = outbox;
  }

  /** Plans a man's place on the run his referral was allocated to, unless he has one already. */
  public void plan(ReferralAllocated allocated) {
    if (enrolments.ofReferral(allocated.referralId()).isEmpty()) {
      Act act = new Act(Topic.REFERRAL_EVENTS.producer(), allocated.occurredAt());
      Enrolment enrolment =
          Enrolment.of(
              allocated.referralId(), allocated.personId(), runs.get(allocated.runId()), act);
      enrolments.persist(enrolment);
      outbox.publish(enrolment.planned(allocated.occurredAt()));
    }
  }

  void noShow(Enrolment enrolment, Act act) {
    outbox.publish(enrolment.noShow(act));
  }

  void suspend(
      Enrolment enrolment,
      SuspensionReason reason,
      @Nullable LocalDate given,
      LocalDate review,
      Act act) {
    enrolment.requirePossible(EnrolmentTransition.SUSPEND);
    LocalDate on = businessDate("suspendedOn", given, enrolment, act);
    if (!review.isAfter(on)) {
      throw invalid("reviewOn", "NOT_AFTER_START", "must be after the suspension begins");
    }
    if (review.isAfter(on.plusDays(LONGEST_UNREVIEWED))) {
      throw invalid("reviewOn", "TOO_LATE", "must be within %d days".formatted(LONGEST_UNREVIEWED));
    }
    outbox.publish(enrolment.suspend(reason, on, review, act));
  }

  void resume(Enrolment enrolment, Act act) {
    enrolment.requirePossible(EnrolmentTransition.RESUME);
    requireNoReview(enrolment);
    outbox.publish(enrolment.resume(act));
  }

  void exit(Enrolment enrolment, ExitReason reason, @Nullable LocalDate given, Act act) {
    enrolment.requirePossible(EnrolmentTransition.EXIT);
    outbox.publish(enrolment.exit(reason, businessDate("exitedOn", given, enrolment, act), act));
  }

  void complete(Enrolment enrolment, @Nullable LocalDate given, Act act) {
    enrolment.requirePossible(EnrolmentTransition.COMPLETE);
    LocalDate on = businessDate("completedOn", given, enrolment, act);
    List<Violation> unmet = conditions.unmet(enrolment.id());
    if (!unmet.isEmpty()) {
      throw refusal(unmet);
    }
    requireNoReview(enrolment);
    outbox.publish(enrolment.complete(on, act));
  }

  void transfer(Enrolment enrolment, UUID toRunId, @Nullable LocalDate given, Act act) {
    if (!enrolment.isOnProgramme()) {
      throw EnrolmentProblem.NOT_ON_PROGRAMME.because("Only a man on the programme changes runs.");
    }
    LocalDate on = businessDate("transferredOn", given, enrolment, act);
    LocalDate registered = enrolment.lastRegisteredOn();
    if (registered != null && !on.isAfter(registered)) {
      throw invalid(
          "transferredOn", "BEFORE_LAST_REGISTER", "must be after the last register he is in");
    }
    RunDesign to = runTo("toRunId", toRunId);
    RunDesign from = runs.design(enrolment.runId());
    if (to.id().equals(from.id())
        || !to.templateCode().equals(from.templateCode())
        || to.endsOn().isBefore(on)) {
      throw EnrolmentProblem.NOT_TRANSFERABLE.because(
          "It must be another run of the same programme that has not ended.");
    }
    requireNoReview(enrolment);
    requirePlace(to);
    outbox.publish(enrolment.transfer(to, on, act));
  }

  void followOn(Enrolment enrolment, UUID groupId, @Nullable LocalDate given, Act act) {
    enrolment.requirePossible(EnrolmentTransition.FOLLOW);
    LocalDate on = after(enrolment.endedOn(), "beganOn", given, enrolment, act);
    RunDesign group = runTo("runId", groupId);
    if (group.id().equals(enrolment.runId())) {
      throw invalid("runId", "SAME_RUN", "must be the run that follows the programme");
    }
    requireNoReview(enrolment);
    requirePlace(group);
    outbox.publish(enrolment.followOn(group, on, act));
  }

  void close(Enrolment enrolment, String followUp, @Nullable LocalDate given, Act act) {
    enrolment.requirePossible(EnrolmentTransition.CLOSE);
    LocalDate on = after(enrolment.endedOn(), "closedOn", given, enrolment, act);
    outbox.publish(enrolment.close(followUp, on, act));
  }

  /** A hold stops whatever would bring him nearer; leaving is never stopped. */
  private void requireNoReview(Enrolment enrolment) {
    Clearance clearance =
        clearances
            .of(List.of(enrolment.referralId()))
            .getOrDefault(enrolment.referralId(), Clearance.NONE);
    if (clearance.held()) {
      throw EnrolmentProblem.PROGRAMME_REVIEW.because("Wait until the review is over.");
    }
  }

  private void requirePlace(RunDesign run) {
    enrolments.lockPlacesOf(run.id());
    if (enrolments.taken(run.id()) >= run.capacity()) {
      throw EnrolmentProblem.RUN_FULL.because("All %d places are taken.".formatted(run.capacity()));
    }
  }

  private RunDesign runTo(String field, UUID id) {
    RunDesign run = runs.designs(List.of(id)).get(id);
    if (run == null) {
      throw invalid(field, "UNKNOWN_RUN", "is no run");
    }
    return run;
  }

  private static RuntimeException refusal(List<Violation> unmet) {
    boolean hours = unmet.stream().anyMatch(one -> one.code().equals("HOURS_SHORT"));
    EnrolmentProblem problem =
        hours ? EnrolmentProblem.HOURS_SHORT : EnrolmentProblem.CONDITIONS_UNMET;
    return problem
        .builder()
        .withDetail(String.join("; ", unmet.stream().map(Violation::message).toList()) + ".")
        .with("violations", unmet)
        .build();
  }

  private static LocalDate after(
      @Nullable LocalDate ended,
      String field,
      @Nullable LocalDate given,
      Enrolment enrolment,
      Act act) {
    LocalDate on = businessDate(field, given, enrolment, act);
    if (ended != null && on.isBefore(ended)) {
      throw invalid(field, "BEFORE_COMPLETION", "must not be before the programme was completed");
    }
    return on;
  }

  private static LocalDate businessDate(
      String field, @Nullable LocalDate given, Enrolment enrolment, Act act) {
    LocalDate today = act.day();
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
}
