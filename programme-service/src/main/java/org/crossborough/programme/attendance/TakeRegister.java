package org.crossborough.programme.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.programme.concern.ConcernCode;
import org.crossborough.programme.concern.RaiseConcern;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.crossborough.programme.enrolment.EnrolmentLedger.AttendanceChange;
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
            throw AttendanceProblem.REGISTER_ID_REUSED.at(
                "id", "REUSED", "Give every register an id of its own, and a changed one another.");
          }
          return true;
        })
        .orElse(false);
  }

  /**
   * Stores what is new in the register, in as many statements for twelve men as for one.
   *
   * @return what is new; nothing when it repeats what stands
   */
  List<Attendance> take(RegisterSheet session, Register register, Act act) {
    check.basics(session, register, act.at());
    List<UUID> ids = register.entries().stream().map(Register.Entry::enrolmentId).toList();
    Map<UUID, Standing> men = enrolments.lock(ids);
    Map<UUID, Attendance> before = attendances.standing(session.sessionId());
    List<Register.Entry> changed = check.changes(session, register, men, before);
    if (register.id() != null) {
      attendances.remember(RegisterSubmission.of(register.id(), register, session, act));
    }
    List<Attendance> lines = new ArrayList<>();
    for (Register.Entry entry : changed) {
      boolean adds = man(men, entry.enrolmentId()).addsMinutes(session.runId(), session.date());
      lines.add(
          Attendance.of(
              new Attendance.Line(
                  entry, session, before.get(entry.enrolmentId()), adds, register.takenAt()),
              act));
    }
    attendances.append(session, lines);
    tell(session, lines, men, before, act);
    raise(session, lines, men, before, act);
    return lines;
  }

  private void tell(
      RegisterSheet session,
      List<Attendance> lines,
      Map<UUID, Standing> men,
      Map<UUID, Attendance> before,
      Act act) {
    Map<UUID, AttendanceChange> changes = new LinkedHashMap<>();
    for (Attendance now : lines) {
      changes.put(now.enrolmentId(), now.since(before.get(now.enrolmentId()), session));
    }
    Map<UUID, EnrolmentStarted> started = enrolments.attend(changes, act);
    startAsLogged(lines, before);
    for (Attendance now : lines) {
      outbox.publish(now.recorded(session, man(men, now.enrolmentId()).referralId()));
      Optional.ofNullable(started.get(now.enrolmentId())).ifPresent(outbox::publish);
    }
  }

  /** He started on the first day that still counts, where a correction took another one back. */
  private void startAsLogged(List<Attendance> lines, Map<UUID, Attendance> before) {
    List<UUID> takenBack =
        lines.stream()
            .filter(now -> now.takesBack(before.get(now.enrolmentId())))
            .map(Attendance::enrolmentId)
            .toList();
    if (takenBack.isEmpty()) {
      return;
    }
    Map<UUID, List<Attendance>> standing = attendances.standingOf(takenBack);
    Map<UUID, Optional<LocalDate>> first = new HashMap<>();
    for (UUID man : takenBack) {
      first.put(
          man,
          standing.getOrDefault(man, List.of()).stream()
              .filter(line -> line.countableMinutes() > 0)
              .map(Attendance::heldOn)
              .findFirst());
    }
    enrolments.startAsLogged(first);
  }

  private void raise(
      RegisterSheet session,
      List<Attendance> lines,
      Map<UUID, Standing> men,
      Map<UUID, Attendance> before,
      Act act) {
    List<Attendance> concerning =
        lines.stream()
            .filter(now -> now.concern(before.get(now.enrolmentId())).isPresent())
            .toList();
    Map<UUID, List<Attendance>> standing = standingOfAbsent(concerning);
    List<RaiseConcern.Raised> raised = new ArrayList<>();
    for (Attendance now : concerning) {
      Standing man = man(men, now.enrolmentId());
      Attendance earlier = before.get(now.enrolmentId());
      RaiseConcern.Subject subject =
          new RaiseConcern.Subject(
              man.enrolmentId(), man.referralId(), session.boroughCode(), session.sessionId());
      raised.add(new RaiseConcern.Raised(subject, now.concern(earlier).orElseThrow()));
      List<Attendance> his = standing.get(now.enrolmentId());
      if (his != null
          && concerns.callsForReview(
              session.runId(), marks(his, now, earlier), marks(his, now, now))) {
        raised.add(new RaiseConcern.Raised(subject, ConcernCode.ABSENCE_REVIEW));
      }
    }
    var _ = concerns.raise(raised, act);
  }

  /** What stands for those who are newly absent without leave, this register included. */
  private Map<UUID, List<Attendance>> standingOfAbsent(List<Attendance> concerning) {
    List<UUID> absent =
        concerning.stream()
            .filter(now -> now.code() == AttendanceCode.ABSENT_UNAUTHORISED)
            .map(Attendance::enrolmentId)
            .toList();
    return absent.isEmpty() ? Map.of() : attendances.standingOf(absent);
  }

  private static Standing man(Map<UUID, Standing> men, UUID enrolmentId) {
    return Objects.requireNonNull(men.get(enrolmentId));
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
