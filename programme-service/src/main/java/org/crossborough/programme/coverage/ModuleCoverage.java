package org.crossborough.programme.coverage;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crossborough.programme.attendance.AttendanceLog.Mark;
import org.crossborough.programme.session.SessionStatus;
import org.crossborough.programme.session.SessionView;

/** The rule by which a module is covered; a function of the timetable and the log. */
final class ModuleCoverage {

  private ModuleCoverage() {}

  /**
   * What a man has been through.
   *
   * @param seen the sessions whose content he has been through, of whatever run
   * @param alone the codes of modules worked on in individual sessions that count
   */
  record Facts(
      Set<String> mandatory,
      List<SessionView> timetable,
      Collection<SessionView> seen,
      Set<String> alone) {}

  /** The sessions whose content a man has been through: attended, in part too, or made up for. */
  static Set<UUID> seenSessions(List<Mark> marks) {
    return marks.stream().filter(Mark::countable).map(Mark::contentOf).collect(Collectors.toSet());
  }

  /** Every module of the timetable and every mandatory one, by code. */
  static List<ModuleState> of(Facts facts) {
    SortedSet<String> codes = new TreeSet<>(facts.mandatory());
    facts.timetable().forEach(session -> codes.addAll(session.moduleCodes()));
    return codes.stream().map(code -> state(code, facts)).toList();
  }

  private static ModuleState state(String code, Facts facts) {
    Set<UUID> seen =
        facts.seen().stream()
            .filter(session -> session.moduleCodes().contains(code))
            .map(SessionView::id)
            .collect(Collectors.toSet());
    List<SessionView> planned =
        facts.timetable().stream().filter(session -> session.moduleCodes().contains(code)).toList();
    return new ModuleState(
        code,
        facts.mandatory().contains(code),
        !seen.isEmpty() || facts.alone().contains(code),
        planned.stream()
            .filter(session -> session.status() == SessionStatus.HELD)
            .map(SessionView::id)
            .filter(id -> !seen.contains(id))
            .toList(),
        (int)
            planned.stream()
                .filter(session -> session.status() == SessionStatus.SCHEDULED)
                .count());
  }
}
