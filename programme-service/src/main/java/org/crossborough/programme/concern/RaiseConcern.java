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

  /** A concern to be raised. */
  public record Raised(Subject subject, ConcernCode code) {}

  /** Raises concerns, keeping all of them in one statement, and gives their ids in order. */
  public List<UUID> raise(List<Raised> concerning, Act act) {
    List<Concern> raised =
        concerning.stream().map(one -> Concern.of(one.subject(), one.code(), act)).toList();
    concerns.append(raised);
    concerning.forEach(one -> outbox.publish(told(one, act)));
    return raised.stream().map(Concern::id).toList();
  }

  private static AttendanceConcernRaised told(Raised concern, Act act) {
    Subject subject = concern.subject();
    return new AttendanceConcernRaised(
        subject.enrolmentId(),
        act.at(),
        subject.referralId(),
        subject.sessionId(),
        concern.code().name());
  }

  /**
   * Whether an absence made the absences too many which were not before it.
   *
   * @param before the marks in the order of days as they stood
   * @param after the same with the new absence in its place
   */
  public boolean callsForReview(UUID runId, List<Mark> before, List<Mark> after) {
    AbsencePolicy policy = requirements.of(runId).absencePolicy();
    return policy.callsForReview(after) && !policy.callsForReview(before);
  }
}
