package org.crossborough.programme.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.session.PlannedSession;

/** The rules of a timetable that concern more than one field. */
final class ScheduleRules {

  private ScheduleRules() {}

  static List<Violation> violations(ScheduleRun run, RunConfig config) {
    return Stream.concat(ofRun(run, config), ofSessions(run)).toList();
  }

  private static Stream<Violation> ofRun(ScheduleRun run, RunConfig config) {
    List<Violation> found = new ArrayList<>();
    if (run.endsOn().isBefore(run.startsOn())) {
      found.add(new Violation("endsOn", "BEFORE_START", "must not be before startsOn"));
    }
    if (run.capacity() != null && run.capacity() > config.capacityCap()) {
      found.add(
          new Violation(
              "capacity", "TOO_MANY", "must not be above %d".formatted(config.capacityCap())));
    }
    if (run.facilitators().stream().distinct().count() < config.facilitators()) {
      found.add(
          new Violation("facilitators", "TOO_FEW", "at least %d".formatted(config.facilitators())));
    }
    return found.stream();
  }

  private static Stream<Violation> ofSessions(ScheduleRun run) {
    return IntStream.range(0, run.sessions().size())
        .boxed()
        .flatMap(position -> ofSession(run, position).stream());
  }

  private static List<Violation> ofSession(ScheduleRun run, int position) {
    PlannedSession session = run.sessions().get(position);
    String path = "sessions[%d].".formatted(position);
    List<Violation> found = new ArrayList<>();
    if (session.index() != position + 1) {
      found.add(new Violation(path + "index", "NOT_IN_ORDER", "must count up from 1"));
    }
    if (session.date().isBefore(run.startsOn()) || session.date().isAfter(run.endsOn())) {
      found.add(new Violation(path + "date", "OUTSIDE_RUN", "must lie within the run"));
    }
    if (position > 0 && !follows(session, run.sessions().get(position - 1))) {
      found.add(new Violation(path + "date", "NOT_IN_ORDER", "must follow the session before"));
    }
    if (session.countableMinutes() > session.plannedMinutes()) {
      found.add(
          new Violation(
              path + "countableMinutes", "EXCEEDS_PLANNED", "must not exceed plannedMinutes"));
    }
    return found;
  }

  private static boolean follows(PlannedSession later, PlannedSession earlier) {
    return later
        .date()
        .atTime(later.startTime())
        .isAfter(earlier.date().atTime(earlier.startTime()));
  }
}
