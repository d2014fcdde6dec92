package org.crossborough.programme.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.session.PlannedSession;
import org.crossborough.programme.staff.UserNames;
import org.crossborough.programme.template.SessionPart;

/** The rules of a timetable that concern more than one field. */
final class ScheduleRules {

  private ScheduleRules() {}

  static List<Violation> violations(ScheduleRun run, RunConfig config) {
    return Stream.of(ofRun(run, config), ofForm(run), ofSessions(run)).flatMap(s -> s).toList();
  }

  private static Stream<Violation> ofRun(ScheduleRun run, RunConfig config) {
    List<Violation> found = new ArrayList<>();
    if (run.endsOn() != null && run.endsOn().isBefore(run.startsOn())) {
      found.add(new Violation("endsOn", "BEFORE_START", "must not be before startsOn"));
    }
    if (run.capacity() != null && run.capacity() > config.capacityCap()) {
      found.add(
          new Violation(
              "capacity", "TOO_MANY", "must not be above %d".formatted(config.capacityCap())));
    }
    if (UserNames.distinct(run.facilitators()).size() < config.facilitators()) {
      found.add(
          new Violation("facilitators", "TOO_FEW", "at least %d".formatted(config.facilitators())));
    }
    if (run.intakeEveryWeeks() != null && run.intake() != ScheduleRun.Intake.ROLLING) {
      found.add(new Violation("intakeEveryWeeks", "NOT_TAKEN", "is for rolling intake"));
    }
    return found.stream();
  }

  /** Either a pattern, or an end and all sessions. */
  private static Stream<Violation> ofForm(ScheduleRun run) {
    List<Violation> found = new ArrayList<>();
    boolean pattern = run.schedule() != null;
    if (run.endsOn() == null && !pattern) {
      found.add(new Violation("endsOn", "REQUIRED", "is needed without a schedule"));
    }
    if (run.sessions() == null && !pattern) {
      found.add(new Violation("sessions", "REQUIRED", "are needed without a schedule"));
    }
    if (run.endsOn() != null && pattern) {
      found.add(new Violation("endsOn", "NOT_TAKEN", "follows from the schedule"));
    }
    if (run.sessions() != null && pattern) {
      found.add(new Violation("sessions", "NOT_TAKEN", "follow from the schedule"));
    }
    return found.stream();
  }

  private static Stream<Violation> ofSessions(ScheduleRun run) {
    return IntStream.range(0, run.given().size())
        .boxed()
        .flatMap(position -> ofSession(run, position).stream());
  }

  private static List<Violation> ofSession(ScheduleRun run, int position) {
    PlannedSession session = run.given().get(position);
    String path = "sessions[%d].".formatted(position);
    List<Violation> found = new ArrayList<>();
    if (session.index() != position + 1) {
      found.add(new Violation(path + "index", "NOT_IN_ORDER", "must count up from 1"));
    }
    if (isOutside(run, session.date())) {
      found.add(new Violation(path + "date", "OUTSIDE_RUN", "must lie within the run"));
    }
    if (position > 0 && session.starts().isBefore(run.given().get(position - 1).ends())) {
      found.add(new Violation(path + "date", "NOT_IN_ORDER", "must follow the session before"));
    }
    if (session.countableMinutes() > session.plannedMinutes()) {
      found.add(
          new Violation(
              path + "countableMinutes", "EXCEEDS_PLANNED", "must not exceed plannedMinutes"));
    }
    if (session.parts() != null && !isMadeOf(session, session.parts())) {
      found.add(
          new Violation(path + "parts", "DIFFERENT_MINUTES", "must add up to the session's own"));
    }
    return found;
  }

  private static boolean isOutside(ScheduleRun run, LocalDate date) {
    return date.isBefore(run.startsOn()) || (run.endsOn() != null && date.isAfter(run.endsOn()));
  }

  private static boolean isMadeOf(PlannedSession session, List<SessionPart> parts) {
    return SessionPart.minutes(parts) == session.plannedMinutes()
        && SessionPart.countableMinutes(parts) == session.countableMinutes();
  }
}
