package org.crossborough.programme.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.programme.concern.RaiseConcern;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.crossborough.programme.enrolment.EnrolmentLedger.Standing;
import org.crossborough.programme.session.RegisterSheet;
import org.crossborough.programme.staff.Act;
import org.crossborough.programme.template.AbsencePolicy.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Takes a register in, all of it or nothing: log, minutes, starts, concerns and events in one
 * transaction.
 */
@ApplicationScoped
class TakeRegister {

  private final EnrolmentLedger enrolments;
  private final Attendances attendances;
  private final CheckRegister check;
  private final RaiseConcern concerns;
  private final Outbox outbox;

  TakeRegister(
      EnrolmentLedger enrolments,
      Attendances attendances,
      CheckRegister check,
      RaiseConcern concerns,
      Outbox outbox) {
    this.enrolments = enrolments;
    this.attendances = attendances;
    this.check = check;
    this.concerns = concerns;
    this.outbox = outbox;
  }

  /**
   * Whether the register was taken before, under the id that its device gave it.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when the id was given to another one
   */
  boolean isRepeat(RegisterSheet session, Register register) {
    return attendances
        .submission(register.id())
        .map(before -> {
          if (!before.isOf(register, session)) {
            throw AttendanceProblem.REGISTER_ID_REUSED.because(
                "Give every register an id of its own, and a changed one another.");
          }
          return true;
        })
        .orElse(false);
  }

  /** Stores what is new in the register and says whether anything was. */
  boolean take(RegisterSheet session, Register register, Act act) {
    check.basics(session, register, act.at());
    List<UUID> ids = register.entries().stream().map(Register.Entry::enrolmentId).toList();
    Map<UUID, Standing> men = enrolments.lock(ids);
    Map<UUID, Attendance> before = attendances.standing(session.sessionId());
    List<Register.Entry> changed = check.changes(session, register, men, before);
    if (register.id() != null) {
      attendances.remember(RegisterSubmission.of(register.id(), register, session, act));
    }
    for (Register.Entry entry : changed) {
      Standing man = Objects.requireNonNull(men.get(entry.enrolmentId()));
      Attendance earlier = before.get(entry.enrolmentId());
      boolean adds = man.addsMinutes(session.runId(), session.date());
      Attendance now =
          Attendance.of(
              new Attendance.Line(entry, session, earlier, adds, register.takenAt()), act);
      attendances.persist(now);
      outbox.publish(now.recorded(session, man.referralId()));
      enrolments
          .attend(now.enrolmentId(), now.since(earlier, session), act)
          .ifPresent(outbox::publish);
      raise(now, earlier, man, session, act);
    }
    return !changed.isEmpty();
  }

  private void raise(
      Attendance now, @Nullable Attendance before, Standing man, RegisterSheet session, Act act) {
    RaiseConcern.Subject subject =
        new RaiseConcern.Subject(
            man.enrolmentId(), man.referralId(), session.boroughCode(), session.sessionId());
    now.concern(before)
        .ifPresent(code -> {
          var _ = concerns.raise(subject, code, act);
        });
    if (now.code() == AttendanceCode.ABSENT_UNAUTHORISED && now.concern(before).isPresent()) {
      List<Attendance> after =
          attendances
              .standingOf(List.of(man.enrolmentId()))
              .getOrDefault(man.enrolmentId(), List.of());
      concerns.reviewAbsences(
          subject, session.runId(), marks(after, now, before), marks(after, now, now), act);
    }
  }

  /** The marks in the order of days, with {@code now} as it is in {@code place}. */
  private static List<Mark> marks(
      List<Attendance> standing, Attendance now, @Nullable Attendance place) {
    List<Mark> marks = new ArrayList<>();
    for (Attendance line : standing) {
      Attendance shown = line.sessionId().equals(now.sessionId()) ? place : line;
      if (shown != null) {
        marks.add(shown.code().mark());
      }
    }
    return marks;
  }
}
