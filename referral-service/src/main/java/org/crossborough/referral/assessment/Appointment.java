package org.crossborough.referral.assessment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.ReferralCase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An appointment that was offered for an assessment, and what became of it. */
@Entity
@Table(name = "assessment_appointment")
// Some columns are read in the database only: by its policies, constraints and reports.
@SuppressWarnings("UnusedVariable")
class Appointment {

  /** What became of it; whatever is not OFFERED is final. */
  @Schema(name = "AppointmentStatus")
  enum Status {
    OFFERED,
    KEPT,
    NOT_ATTENDED,
    CANCELLED
  }

  /** How one meets. */
  @Schema(name = "AppointmentFormat")
  enum Format {
    IN_PERSON,
    VIDEO,
    PHONE
  }

  /** Why it was cancelled. */
  @Schema(name = "AppointmentCancellation")
  enum Cancellation {
    MAN_ASKED,
    SERVICE_ASKED,
    REARRANGED
  }

  @Id private UUID id;
  @Version private long version;
  private UUID referralId;
  private String boroughCode;
  private int round;
  private Instant startsAt;
  private int minutes;
  private String place;

  @Enumerated(EnumType.STRING)
  private Format format;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Enumerated(EnumType.STRING)
  private @Nullable Cancellation reasonCode;

  private String assessor;
  private LocalDate offeredOn;
  private Instant recordedAt;
  private String recordedBy;
  private @Nullable Instant closedAt;
  private @Nullable String closedBy;

  private Appointment() {}

  static Appointment offer(ReferralCase referral, OfferAppointment form, Occasion occasion) {
    Appointment appointment = new Appointment();
    appointment.id = Ids.next();
    appointment.referralId = referral.id();
    appointment.boroughCode = referral.referringBoroughCode();
    appointment.round = referral.round();
    appointment.status = Status.OFFERED;
    appointment.startsAt = form.begin();
    appointment.minutes = form.duration();
    appointment.place = form.place();
    appointment.format = form.manner();
    appointment.assessor = form.assessor() == null ? occasion.by() : form.assessor();
    appointment.offeredOn = form.day(occasion);
    appointment.recordedAt = occasion.at();
    appointment.recordedBy = occasion.by();
    return appointment;
  }

  /** The man came. */
  void keep(Occasion occasion) {
    close(Status.KEPT, occasion);
  }

  /** The man did not come. */
  void miss(Occasion occasion) {
    if (startsAt.isAfter(occasion.at())) {
      throw AssessmentProblem.APPOINTMENT_TO_COME.because("Cancel it instead.");
    }
    close(Status.NOT_ATTENDED, occasion);
  }

  /** It does not take place, which is nobody's failure to come. */
  void cancel(Cancellation reason, Occasion occasion) {
    close(Status.CANCELLED, occasion);
    reasonCode = reason;
  }

  private void close(Status outcome, Occasion occasion) {
    if (status != Status.OFFERED) {
      throw AssessmentProblem.APPOINTMENT_CLOSED.because("It is %s.".formatted(status));
    }
    status = outcome;
    closedAt = occasion.at();
    closedBy = occasion.by();
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  AppointmentView view() {
    return new AppointmentView(
        id,
        referralId,
        startsAt,
        minutes,
        place,
        format,
        assessor,
        offeredOn,
        status,
        reasonCode,
        version);
  }
}
