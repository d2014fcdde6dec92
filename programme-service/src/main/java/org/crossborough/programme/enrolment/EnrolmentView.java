package org.crossborough.programme.enrolment;

import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.programme.clearance.Clearance;
import org.crossborough.programme.participant.ParticipantName;
import org.crossborough.programme.reason.ExitReason;
import org.crossborough.programme.reason.SuspensionReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An enrolment as staff see it.
 *
 * @param review a neutral code, shown only while the programme is held
 * @param overCapacity true while others fill his run already; absent otherwise
 * @param participant absent while the name is not known here, and once it is erased
 * @param suspension shown only while he is suspended
 * @param ending shown once he exited or completed
 */
@Schema(name = "Enrolment")
record EnrolmentView(
    UUID id,
    UUID referralId,
    UUID runId,
    EnrolmentStatus status,
    boolean clearToStart,
    @Nullable String review,
    @Nullable Boolean overCapacity,
    @Nullable ParticipantName participant,
    int attendedMinutes,
    int countableMinutes,
    @Nullable LocalDate startedOn,
    @Nullable Suspension suspension,
    @Nullable Ending ending,
    @Nullable UUID followOnRunId) {

  /**
   * A time away from the programme.
   *
   * @param reviewOverdue the day on which it was to be looked at again has passed
   */
  @Schema(name = "Suspension")
  record Suspension(
      SuspensionReason reasonCode,
      LocalDate suspendedOn,
      LocalDate reviewOn,
      boolean reviewOverdue) {

    static @Nullable Suspension of(Enrolment enrolment, LocalDate today) {
      SuspensionReason reason = enrolment.suspensionReason();
      LocalDate since = enrolment.suspendedOn();
      LocalDate review = enrolment.reviewOn();
      return reason == null || since == null || review == null
          ? null
          : new Suspension(reason, since, review, review.isBefore(today));
    }
  }

  /**
   * How the programme ended for him.
   *
   * @param reasonCode why he left; absent when he completed
   * @param modalityExit the letter of an NDTMS modality exit, by this programme's own reading; see
   *     docs/programmes.md
   */
  @Schema(name = "EnrolmentEnding")
  record Ending(
      LocalDate endedOn,
      @Nullable ExitReason reasonCode,
      @Schema(
              description =
                  "The NDTMS modality exit: A agreed and planned, B his own and unplanned, C"
                      + " withdrawn by the service. Which reason is which is this programme's own"
                      + " reading; it is not published by NDTMS and must be confirmed by the"
                      + " treatment provider before it is returned to anybody.")
          String modalityExit) {

    static @Nullable Ending of(Enrolment enrolment) {
      LocalDate on = enrolment.endedOn();
      ExitReason reason = enrolment.exitReason();
      return on == null
          ? null
          : new Ending(
              on, reason, reason == null ? ExitReason.OF_COMPLETION : reason.modalityExit());
    }
  }

  /** What stands beside an enrolment and is looked up for many at once. */
  record Beside(
      Clearance clearance,
      boolean overCapacity,
      @Nullable ParticipantName participant,
      LocalDate today) {}

  static EnrolmentView of(Enrolment enrolment, Beside beside) {
    return new EnrolmentView(
        enrolment.id(),
        enrolment.referralId(),
        enrolment.runId(),
        enrolment.status(),
        beside.clearance().clearToStart(),
        beside.clearance().held() ? "PROGRAMME_REVIEW" : null,
        beside.overCapacity() ? true : null,
        beside.participant(),
        enrolment.attendedMinutes(),
        enrolment.countableMinutes(),
        enrolment.startedOn(),
        Suspension.of(enrolment, beside.today()),
        Ending.of(enrolment),
        enrolment.followOnRunId());
  }
}
