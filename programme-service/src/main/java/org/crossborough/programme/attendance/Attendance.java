package org.crossborough.programme.attendance;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.ProgrammeEvent.AttendanceRecorded;
import org.crossborough.programme.concern.ConcernCode;
import org.crossborough.programme.enrolment.EnrolmentLedger.AttendanceChange;
import org.crossborough.programme.session.RegisterSheet;
import org.crossborough.programme.staff.Act;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One revision of what happened to one man at one session. It is never changed, only followed; new
 * ones are written by {@link Attendances#append}.
 */
@Entity
@Immutable
@Table(name = "attendance")
class Attendance {

  @Id private UUID id;
  private UUID sessionId;
  private UUID enrolmentId;

  private int revision;

  @Enumerated(EnumType.STRING)
  private AttendanceCode code;

  private int attendedMinutes;
  private int countableMinutes;
  private LocalDate heldOn;
  private @Nullable LocalTime arrivedAt;
  private @Nullable LocalTime leftAt;
  private @Nullable UUID makesUpFor;
  private @Nullable Instant takenAt;
  private Instant recordedAt;

  private String recordedBy;

  private Attendance() {}

  /**
   * A line of a register in its place in the log.
   *
   * @param before what stood until now; null for the first
   * @param adds whether being there adds minutes
   * @param takenAt when it was written down, where the device said so
   */
  record Line(
      Register.Entry entry,
      RegisterSheet session,
      @Nullable Attendance before,
      boolean adds,
      @Nullable Instant takenAt) {}

  /** The revision that follows what stood; the first when nothing did. */
  static Attendance of(Line line, Act act) {
    Register.Entry entry = line.entry();
    RegisterSheet session = line.session();
    Attendance before = line.before();
    Attendance attendance = new Attendance();
    attendance.id = Ids.next();
    attendance.sessionId = session.sessionId();
    attendance.enrolmentId = entry.enrolmentId();
    attendance.revision = before == null ? 1 : before.revision + 1;
    attendance.code = entry.code();
    attendance.attendedMinutes = entry.minutes(session);
    attendance.countableMinutes = line.adds() ? CountableMinutes.of(entry, session) : 0;
    attendance.heldOn = session.date();
    attendance.arrivedAt = entry.arrivedAt();
    attendance.leftAt = entry.leftAt();
    attendance.makesUpFor = entry.makesUpFor();
    attendance.takenAt = line.takenAt();
    attendance.recordedAt = act.at();
    attendance.recordedBy = act.by();
    return attendance;
  }

  /** Whether a line of a register says nothing new. */
  boolean says(Register.Entry entry, RegisterSheet session) {
    return code == entry.code()
        && attendedMinutes == entry.minutes(session)
        && Objects.equals(arrivedAt, entry.arrivedAt())
        && Objects.equals(leftAt, entry.leftAt())
        && Objects.equals(makesUpFor, entry.makesUpFor());
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
  Optional<ConcernCode> concern(@Nullable Attendance before) {
    boolean known = before != null && before.code == code;
    return known ? Optional.empty() : code.concern();
  }

  /** Whether nothing is left of what he was credited with here. */
  boolean takesBack(@Nullable Attendance before) {
    return before != null && before.countableMinutes > 0 && countableMinutes == 0;
  }

  /** What this revision adds to the minutes that stood with {@code before}. */
  AttendanceChange since(@Nullable Attendance before, RegisterSheet session) {
    int attended = before == null ? 0 : before.attendedMinutes;
    int countable = before == null ? 0 : before.countableMinutes;
    return new AttendanceChange(
        session.date(), attendedMinutes - attended, countableMinutes - countable);
  }

  UUID id() {
    return id;
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

  LocalDate heldOn() {
    return heldOn;
  }

  @Nullable LocalTime arrivedAt() {
    return arrivedAt;
  }

  @Nullable LocalTime leftAt() {
    return leftAt;
  }

  @Nullable UUID makesUpFor() {
    return makesUpFor;
  }

  @Nullable Instant takenAt() {
    return takenAt;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  String recordedBy() {
    return recordedBy;
  }
}
