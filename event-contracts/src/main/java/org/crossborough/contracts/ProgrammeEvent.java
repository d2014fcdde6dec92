package org.crossborough.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Topic {@code programme.events}: runs, keyed by run; enrolments and attendance, by enrolment. */
public sealed interface ProgrammeEvent extends Event {

  /** A run of a programme template was scheduled in a borough. */
  @WireType("run.scheduled.v1")
  record RunScheduled(
      UUID runId,
      Instant occurredAt,
      String boroughCode,
      String templateCode,
      int templateVersion,
      LocalDate startsOn,
      LocalDate endsOn,
      int capacity,
      int minimumCountableMinutes)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return runId;
    }
  }

  /** A referral with a place became an enrolment. */
  @WireType("enrolment.planned.v1")
  record EnrolmentPlanned(
      UUID enrolmentId, Instant occurredAt, UUID referralId, UUID personId, UUID runId)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return enrolmentId;
    }
  }

  /** The man's first countable attendance was recorded. */
  @WireType("enrolment.started.v1")
  record EnrolmentStarted(
      UUID enrolmentId, Instant occurredAt, UUID referralId, UUID runId, LocalDate startedOn)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return enrolmentId;
    }
  }

  /** The run went on without the man ever attending a countable session. */
  @WireType("enrolment.not-started.v1")
  record EnrolmentNotStarted(UUID enrolmentId, Instant occurredAt, UUID referralId, UUID runId)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return enrolmentId;
    }
  }

  /** The man left or was removed before completion; hours are kept. */
  @WireType("enrolment.exited.v1")
  record EnrolmentExited(
      UUID enrolmentId,
      Instant occurredAt,
      UUID referralId,
      UUID runId,
      String reasonCode,
      LocalDate exitedOn)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return enrolmentId;
    }
  }

  /** The man completed the programme. */
  @WireType("enrolment.completed.v1")
  record EnrolmentCompleted(
      UUID enrolmentId, Instant occurredAt, UUID referralId, UUID runId, LocalDate completedOn)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return enrolmentId;
    }
  }

  /**
   * What happened at one session for one man; a later revision replaces the earlier. Minutes are
   * whole; {@code countableMinutes} is the part that counts towards violence hours.
   */
  @WireType("attendance.recorded.v1")
  record AttendanceRecorded(
      UUID enrolmentId,
      Instant occurredAt,
      UUID referralId,
      UUID runId,
      UUID sessionId,
      LocalDate heldOn,
      String code,
      int attendedMinutes,
      int countableMinutes,
      int revision)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return enrolmentId;
    }
  }

  /** Something about attendance that the survivor side must know within a working day. */
  @WireType("attendance.concern.v1")
  record AttendanceConcernRaised(
      UUID enrolmentId, Instant occurredAt, UUID referralId, UUID sessionId, String concernCode)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return enrolmentId;
    }
  }

  /**
   * The man is away from the programme for a time; the reason is neutral when it came from
   * elsewhere.
   */
  @WireType("enrolment.suspended.v1")
  record EnrolmentSuspended(
      UUID enrolmentId,
      Instant occurredAt,
      UUID referralId,
      UUID runId,
      String reasonCode,
      LocalDate reviewOn)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return enrolmentId;
    }
  }

  /** The man is back on the programme. */
  @WireType("enrolment.resumed.v1")
  record EnrolmentResumed(UUID enrolmentId, Instant occurredAt, UUID referralId, UUID runId)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return enrolmentId;
    }
  }

  /** The man goes on in another run; his minutes go with him. */
  @WireType("enrolment.transferred.v1")
  record EnrolmentTransferred(
      UUID enrolmentId,
      Instant occurredAt,
      UUID referralId,
      UUID fromRunId,
      UUID toRunId,
      LocalDate transferredOn)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return enrolmentId;
    }
  }

  /** The man went on to the post-programme group. */
  @WireType("enrolment.follow-on-began.v1")
  record FollowOnBegan(
      UUID enrolmentId, Instant occurredAt, UUID referralId, UUID runId, LocalDate beganOn)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return enrolmentId;
    }
  }

  /** Everything is done; the enrolment is closed. */
  @WireType("enrolment.closed.v1")
  record EnrolmentClosed(
      UUID enrolmentId, Instant occurredAt, UUID referralId, UUID runId, LocalDate closedOn)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return enrolmentId;
    }
  }

  /** The man disclosed something that may raise the risk to others; coded, never in words. */
  @WireType("risk.disclosed.v1")
  record RiskDisclosed(
      UUID enrolmentId, Instant occurredAt, UUID referralId, String disclosureType, String urgency)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return enrolmentId;
    }
  }

  /** The dates of a run moved. */
  @WireType("run.rescheduled.v1")
  record RunRescheduled(UUID runId, Instant occurredAt, LocalDate startsOn, LocalDate endsOn)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return runId;
    }
  }

  /** A run will not take place, or not to its end. */
  @WireType("run.cancelled.v1")
  record RunCancelled(UUID runId, Instant occurredAt) implements ProgrammeEvent {
    @Override
    public UUID key() {
      return runId;
    }
  }

  /** The last session of a run was held. */
  @WireType("run.finished.v1")
  record RunFinished(UUID runId, Instant occurredAt, LocalDate finishedOn)
      implements ProgrammeEvent {
    @Override
    public UUID key() {
      return runId;
    }
  }
}
