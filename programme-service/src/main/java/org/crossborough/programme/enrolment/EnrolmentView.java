package org.crossborough.programme.enrolment;

import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.programme.clearance.Clearance;
import org.crossborough.programme.participant.ParticipantName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An enrolment as staff see it.
 *
 * @param review a neutral code, shown only while the programme is held
 * @param participant absent while the name is not known here, and once it is erased
 */
@Schema(name = "Enrolment")
record EnrolmentView(
    UUID id,
    UUID referralId,
    UUID runId,
    EnrolmentStatus status,
    boolean clearToStart,
    @Nullable String review,
    @Nullable ParticipantName participant,
    int attendedMinutes,
    int countableMinutes,
    @Nullable LocalDate startedOn) {

  static EnrolmentView of(
      Enrolment enrolment, Clearance clearance, @Nullable ParticipantName participant) {
    return new EnrolmentView(
        enrolment.id(),
        enrolment.referralId(),
        enrolment.runId(),
        enrolment.status(),
        clearance.clearToStart(),
        clearance.held() ? "PROGRAMME_REVIEW" : null,
        participant,
        enrolment.attendedMinutes(),
        enrolment.countableMinutes(),
        enrolment.startedOn());
  }
}
