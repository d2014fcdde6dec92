package org.crossborough.programme.attendance;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.ProgrammeEvent.AttendanceConcernRaised;
import org.crossborough.contracts.ProgrammeEvent.AttendanceRecorded;
import org.crossborough.programme.enrolment.EnrolmentLedger.AttendanceChange;
import org.crossborough.programme.session.RegisterSheet;
import org.crossborough.programme.staff.Act;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One revision of what happened to one man at one session. It is never changed, only followed. */
@Entity
@Immutable
@Table(name = "attendance")
class Attendance {

  @Id private UUID id;
  private UUID sessionId;
  private UUID enrolmentId;

  // Read by row-level security.
  @SuppressWarnings("UnusedVariable")
  private String boroughCode;

  private int revision;

  @Enumerated(EnumType.STRING)
  private AttendanceCode code;

  private int attendedMinutes;
  private int countableMinutes;
  private Instant recordedAt;

  // Kept for whoever asks the table who wrote a line.
  @SuppressWarnings("UnusedVariable")
  private String recordedBy;

  private Attendance() {}

  /** The revision that follows {@code before}; the first when there is none. */
  static Attendance of(
      Register.Entry entry, RegisterSheet session, @Nullable Attendance before, Act act) {
    Attendance attendance = new Attendance();
    attendance.id = Ids.next();
    attendance.sessionId = session.sessionId();
    attendance.enrolmentId = entry.enrolmentId();
    attendance.boroughCode = session.boroughCode();
    attendance.revision = before == null ? 1 : before.revision + 1;
    attendance.code = entry.code();
    attendance.attendedMinutes = entry.minutes();
    attendance.countableMinutes = CountableMinutes.of(entry.code(), entry.minutes(), session);
    attendance.recordedAt = act.at();
    attendance.recordedBy = act.by();
    return attendance;
  }

  /** Whether a line of a register says nothing new. */
  boolean says(Register.Entry entry) {
    return code == entry.code() && attendedMinutes == entry.minutes();
  }

  AttendanceRecorded recorded(RegisterSheet session, UUID referralId) {
    return new AttendanceRecorded(
        enrolmentId,
        recordedAt,
        referralId,
        session.runId(),
        sessionId,
        session.date(),
        code.name(),
        attendedMinutes,
        countableMinutes,
        revision);
  }

  /** A concern is raised once, not again when only the minutes are corrected. */
  Optional<AttendanceConcernRaised> concern(@Nullable Attendance before, UUID referralId) {
    boolean known = before != null && before.code == code;
    return code.isConcern() && !known
        ? Optional.of(
            new AttendanceConcernRaised(
                enrolmentId, recordedAt, referralId, sessionId, code.name()))
        : Optional.empty();
  }

  /** What this revision adds to the minutes that stood with {@code before}. */
  AttendanceChange since(@Nullable Attendance before, RegisterSheet session) {
    int attended = before == null ? 0 : before.attendedMinutes;
    int countable = before == null ? 0 : before.countableMinutes;
    return new AttendanceChange(
        session.date(), attendedMinutes - attended, countableMinutes - countable);
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

  AttendanceCode code() {
    return code;
  }

  int attendedMinutes() {
    return attendedMinutes;
  }

  int countableMinutes() {
    return countableMinutes;
  }
}
