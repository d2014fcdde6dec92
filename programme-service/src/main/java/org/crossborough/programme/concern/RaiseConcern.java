package org.crossborough.programme.concern;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.contracts.ProgrammeEvent.AttendanceConcernRaised;
import org.crossborough.programme.requirement.ProgrammeRequirements;
import org.crossborough.programme.staff.Act;
import org.crossborough.programme.template.AbsencePolicy;
import org.crossborough.programme.template.AbsencePolicy.Mark;

/** Keeps a concern and tells of it in the transaction that brought it about. */
@ApplicationScoped
public class RaiseConcern {

  /** Whom a concern is about, and at which session it arose. */
  public record Subject(UUID enrolmentId, UUID referralId, String boroughCode, UUID sessionId) {}

  private final Concerns concerns;
  private final ProgrammeRequirements requirements;
  private final Outbox outbox;

  RaiseConcern(Concerns concerns, ProgrammeRequirements requirements, Outbox outbox) {
    this.concerns = concerns;
    this.requirements = requirements;
    this.outbox = outbox;
  }

  /** Raises a concern and gives its id. */
  public UUID raise(Subject subject, ConcernCode code, Act act) {
    Concern concern =
        Concern.of(subject.enrolmentId(), subject.sessionId(), subject.boroughCode(), code, act);
    concerns.persist(concern);
    outbox.publish(
        new AttendanceConcernRaised(
            subject.enrolmentId(),
            act.at(),
            subject.referralId(),
            subject.sessionId(),
            code.name()));
    return concern.id();
  }

  /**
   * Calls for a review when an absence made the absences too many which were not before it.
   *
   * @param before the marks in the order of days as they stood
   * @param after the same with the new absence in its place
   */
  public void reviewAbsences(
      Subject subject, UUID runId, List<Mark> before, List<Mark> after, Act act) {
    AbsencePolicy policy = requirements.of(runId).absencePolicy();
    if (policy.callsForReview(after) && !policy.callsForReview(before)) {
      var _ = raise(subject, ConcernCode.ABSENCE_REVIEW, act);
    }
  }
}
