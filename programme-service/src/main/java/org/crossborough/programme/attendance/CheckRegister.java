package org.crossborough.programme.attendance;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.problem.ProblemType;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.enrolment.EnrolmentLedger.Standing;
import org.crossborough.programme.session.RegisterSheet;
import org.crossborough.programme.session.SessionStatus;
import org.crossborough.programme.session.Timetable;

/** Everything for which a register is refused, the cheapest first. */
@ApplicationScoped
class CheckRegister {

  /** How far a device's clock may be ahead. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final Attendances attendances;
  private final Timetable timetable;
  private final AttendanceConfig config;

  CheckRegister(Attendances attendances, Timetable timetable, AttendanceConfig config) {
    this.attendances = attendances;
    this.timetable = timetable;
    this.config = config;
  }

  /** Refuses what does not depend on who else is in the log. */
  void basics(RegisterSheet session, Register register, Instant now) {
    if (!session.held()) {
      throw notHeld(session);
    }
    Instant taken = register.takenAt();
    if (taken != null && taken.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw RequestProblem.INVALID.of(
          List.of(new Violation("takenAt", "IN_FUTURE", "must not be in the future")));
    }
  }

  private static RuntimeException notHeld(RegisterSheet session) {
    boolean cancelled = session.status() == SessionStatus.CANCELLED;
    String detail =
        cancelled
            ? "The session was cancelled: there is nothing to record of it."
            : "Say first that the session was held.";
    return AttendanceProblem.SESSION_NOT_HELD.at("sessionId", session.status().name(), detail);
  }

  /** Refuses lines that break a rule, and gives those that say something new. */
  List<Register.Entry> changes(
      RegisterSheet session,
      Register register,
      Map<UUID, Standing> men,
      Map<UUID, Attendance> before) {
    RegisterRules rules = new RegisterRules(session, enrolled(session, register, men), config);
    refuse(RequestProblem.INVALID, rules.violations(register));
    Participation participation = new Participation(session, men, before);
    refuse(AttendanceProblem.ENROLMENT_ENDED, participation.ended(register));
    refuse(AttendanceProblem.NOT_CLEAR_TO_START, participation.obstacles(register));
    List<Register.Entry> changed = participation.changed(register);
    makeUps(session, register, changed, men);
    return changed;
  }

  /** Those with a place on the run, and guests who make up for a session of their own run. */
  private static Set<UUID> enrolled(
      RegisterSheet session, Register register, Map<UUID, Standing> men) {
    Set<UUID> enrolled = new HashSet<>();
    for (Register.Entry entry : register.entries()) {
      Standing man = men.get(entry.enrolmentId());
      if (man != null && (man.isOn(session.runId()) || entry.code() == AttendanceCode.MAKE_UP)) {
        enrolled.add(entry.enrolmentId());
      }
    }
    return enrolled;
  }

  /** A missed session counts once: where it is made up for, or where it was attended after all. */
  private void makeUps(
      RegisterSheet session,
      Register register,
      List<Register.Entry> changed,
      Map<UUID, Standing> men) {
    List<Register.Entry> counting =
        changed.stream().filter(entry -> entry.code().isCountable()).toList();
    if (counting.isEmpty()) {
      return;
    }
    Set<UUID> sessions = new HashSet<>();
    counting.forEach(
        entry -> sessions.add(Objects.requireNonNullElse(entry.makesUpFor(), session.sessionId())));
    sessions.add(session.sessionId());
    List<Attendance> madeUp = attendances.makingUpFor(sessions);
    Missed missed = missed(counting);
    List<Violation> invalid = new ArrayList<>();
    List<Violation> twice = new ArrayList<>();
    for (Register.Entry entry : counting) {
      String path = RegisterRules.path(register.entries().indexOf(entry));
      UUID missedId = entry.makesUpFor();
      if (missedId != null) {
        missed
            .fault(entry, missedId, Objects.requireNonNull(men.get(entry.enrolmentId())))
            .ifPresent(code ->
                invalid.add(
                    new Violation(path + "makesUpFor", code, "is no session that he missed")));
      }
      madeUp(entry, missedId == null ? session.sessionId() : missedId, session, madeUp)
          .ifPresent(before ->
              twice.add(
                  new Violation(
                      path + (missedId == null ? "code" : "makesUpFor"),
                      "ALREADY_MADE_UP",
                      "was made up for on " + before.heldOn())));
    }
    refuse(RequestProblem.INVALID, invalid);
    refuse(AttendanceProblem.ALREADY_MADE_UP, twice);
  }

  /** Looks up, all at once, the sessions that are made up for. */
  private Missed missed(List<Register.Entry> counting) {
    Set<UUID> named =
        counting.stream()
            .flatMap(entry -> Optional.ofNullable(entry.makesUpFor()).stream())
            .collect(toSet());
    return named.isEmpty()
        ? new Missed(Map.of(), Map.of())
        : new Missed(timetable.sheets(named), attendances.standingAt(named));
  }

  /**
   * Sessions that are made up for.
   *
   * @param stood what stands for each man at each of them
   */
  private record Missed(Map<UUID, RegisterSheet> sheets, Map<UUID, Map<UUID, Attendance>> stood) {

    /** What is wrong with the session that a make-up names, if anything. */
    Optional<String> fault(Register.Entry entry, UUID missedId, Standing man) {
      RegisterSheet sheet = sheets.get(missedId);
      if (sheet == null || !sheet.held() || !man.covers(sheet.runId(), sheet.date())) {
        return Optional.of("UNKNOWN_SESSION");
      }
      Attendance there = stood.getOrDefault(missedId, Map.of()).get(entry.enrolmentId());
      return there == null || there.code().isCountable()
          ? Optional.of("NOT_MISSED")
          : Optional.empty();
    }
  }

  /** Where else he made up for the missed session, if anywhere. */
  private static Optional<Attendance> madeUp(
      Register.Entry entry, UUID missedId, RegisterSheet here, List<Attendance> madeUp) {
    return madeUp.stream()
        .filter(other -> other.enrolmentId().equals(entry.enrolmentId()))
        .filter(other -> missedId.equals(other.makesUpFor()))
        .filter(other -> !other.sessionId().equals(here.sessionId()))
        .findFirst();
  }

  private static void refuse(ProblemType problem, List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw problem.of(violations);
    }
  }
}
