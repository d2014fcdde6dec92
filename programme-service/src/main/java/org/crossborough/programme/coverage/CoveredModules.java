package org.crossborough.programme.coverage;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.crossborough.programme.attendance.AttendanceLog;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
import org.crossborough.programme.individual.IndividualWork;
import org.crossborough.programme.requirement.ProgrammeRequirements;
import org.crossborough.programme.requirement.Requirements;
import org.crossborough.programme.session.SessionView;
import org.crossborough.programme.session.Timetable;

/** Looks up what the rule of coverage needs. */
@ApplicationScoped
public class CoveredModules {

  private final AttendanceLog attendance;
  private final IndividualWork individual;
  private final Timetable timetable;
  private final ProgrammeRequirements requirements;

  CoveredModules(
      AttendanceLog attendance,
      IndividualWork individual,
      Timetable timetable,
      ProgrammeRequirements requirements) {
    this.attendance = attendance;
    this.individual = individual;
    this.timetable = timetable;
    this.requirements = requirements;
  }

  /** Every module of a man's run as it stands for him, by code. */
  public List<ModuleState> of(Known man) {
    Requirements asked = requirements.of(man.runId());
    List<SessionView> planned =
        timetable.of(List.of(man.runId())).getOrDefault(man.runId(), List.of()).stream()
            .map(Timetable.Entry::session)
            .toList();
    List<SessionView> seen = timetable.views(ModuleCoverage.seenSessions(attendance.of(man.id())));
    Set<String> alone =
        asked.individualSessionsCount()
            ? individual.of(man.id()).stream()
                .filter(session -> session.attendedMinutes() > 0)
                .flatMap(session -> session.moduleCodes().stream())
                .collect(toSet())
            : Set.of();
    return ModuleCoverage.of(
        new ModuleCoverage.Facts(asked.mandatoryModules(), planned, seen, alone));
  }
}
