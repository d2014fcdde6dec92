package org.crossborough.programme.individual;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.ProgrammeEvent.AttendanceRecorded;
import org.crossborough.programme.enrolment.EnrolmentLedger.AttendanceChange;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
import org.crossborough.programme.staff.Act;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One revision of an individual session. It is never changed, only followed. */
@Entity
@Immutable
@Table(name = "individual_session")
class IndividualSession {

  /**
   * An individual session as staff see it.
   *
   * @param id the session's; every revision has the same
   */
  @Schema(name = "IndividualSession")
  record View(
      UUID id,
      UUID enrolmentId,
      LocalDate heldOn,
      int attendedMinutes,
      int countableMinutes,
      List<String> moduleCodes,
      int revision,
      String recordedBy) {}

  @Id private UUID id;
  private UUID sessionId;
  private int revision;
  private UUID enrolmentId;

  // Read by row-level security.
  @SuppressWarnings("UnusedVariable")
  private String boroughCode;

  private LocalDate heldOn;
  private int attendedMinutes;
  private int countableMinutes;
  private List<String> moduleCodes;
  private Instant recordedAt;
  private String recordedBy;

  private IndividualSession() {}

  /**
   * The first revision, or the one that follows {@code before}.
   *
   * @param counts whether the programme counts such minutes
   */
  static IndividualSession of(
      Known man,
      IndividualSessionResource.RecordIndividualSession request,
      @Nullable IndividualSession before,
      boolean counts,
      Act act) {
    IndividualSession session = new IndividualSession();
    session.id = Ids.next();
    session.sessionId = before == null ? session.id : before.sessionId;
    session.revision = before == null ? 1 : before.revision + 1;
    session.enrolmentId = man.id();
    session.boroughCode = man.boroughCode();
    session.heldOn = request.heldOn();
    session.attendedMinutes = request.attendedMinutes();
    session.countableMinutes = counts ? request.attendedMinutes() : 0;
    session.moduleCodes = request.moduleCodes() == null ? List.of() : request.moduleCodes();
    session.recordedAt = act.at();
    session.recordedBy = act.by();
    return session;
  }

  /** Told like any other session, so that whoever sums minutes sums these. */
  AttendanceRecorded recorded(Known man) {
    return new AttendanceRecorded(
        enrolmentId,
        recordedAt,
        man.referralId(),
        man.runId(),
        sessionId,
        heldOn,
        attendedMinutes == 0 ? "NOT_REQUIRED" : "ATTENDED",
        attendedMinutes,
        countableMinutes,
        revision);
  }

  AttendanceChange since(@Nullable IndividualSession before) {
    return new AttendanceChange(
        heldOn,
        attendedMinutes - (before == null ? 0 : before.attendedMinutes),
        countableMinutes - (before == null ? 0 : before.countableMinutes));
  }

  UUID sessionId() {
    return sessionId;
  }

  UUID enrolmentId() {
    return enrolmentId;
  }

  int revision() {
    return revision;
  }

  int attendedMinutes() {
    return attendedMinutes;
  }

  int countableMinutes() {
    return countableMinutes;
  }

  View view() {
    return new View(
        sessionId,
        enrolmentId,
        heldOn,
        attendedMinutes,
        countableMinutes,
        moduleCodes,
        revision,
        recordedBy);
  }
}
