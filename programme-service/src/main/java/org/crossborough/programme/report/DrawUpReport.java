package org.crossborough.programme.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.crossborough.programme.attendance.AttendanceLog;
import org.crossborough.programme.attendance.AttendanceLog.Mark;
import org.crossborough.programme.coverage.CoveredModules;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
import org.crossborough.programme.participant.ParticipantName;
import org.crossborough.programme.participant.ParticipantNames;
import org.crossborough.programme.review.ReviewLog;
import org.crossborough.programme.run.ScheduledRuns;
import org.crossborough.programme.run.ScheduledRuns.RunDesign;
import org.jspecify.annotations.Nullable;

/** Draws up a report from what his own side knows of him. */
@ApplicationScoped
class DrawUpReport {

  private final ScheduledRuns runs;
  private final AttendanceLog attendance;
  private final CoveredModules modules;
  private final ReviewLog reviews;
  private final ParticipantNames names;

  DrawUpReport(
      ScheduledRuns runs,
      AttendanceLog attendance,
      CoveredModules modules,
      ReviewLog reviews,
      ParticipantNames names) {
    this.runs = runs;
    this.attendance = attendance;
    this.modules = modules;
    this.reviews = reviews;
    this.names = names;
  }

  ReportFacts of(Known man, ReportFacts.Kind kind, LocalDate today) {
    RunDesign run = runs.design(man.runId());
    return new ReportFacts(
        kind,
        today,
        name(names.of(List.of(man.personId())).get(man.personId())),
        new ReportFacts.Programme(run.templateCode(), run.startsOn(), run.endsOn()),
        man.status(),
        man.startedOn(),
        man.endedOn(),
        new ReportFacts.Hours(
            man.attendedMinutes(), man.countableMinutes(), run.minimumCountableMinutes()),
        counted(attendance.of(man.id())),
        modules.of(man).stream()
            .map(state -> new ReportFacts.Module(state.moduleCode(), state.covered()))
            .toList(),
        reviews.standing(man.id()).stream()
            .map(review ->
                new ReportFacts.Review(
                    review.stage(), review.reviewedOn(), review.takingResponsibility()))
            .toList());
  }

  private static ReportFacts.@Nullable Name name(@Nullable ParticipantName name) {
    return name == null ? null : new ReportFacts.Name(name.givenName(), name.familyName());
  }

  /** Being turned away or removed is told as "other": its reason is the programme's own. */
  private static ReportFacts.Attendance counted(List<Mark> marks) {
    Map<String, Long> by =
        marks.stream()
            .filter(mark -> !mark.code().equals("NOT_REQUIRED"))
            .collect(groupingBy(Mark::code, counting()));
    int all = by.values().stream().mapToInt(Long::intValue).sum();
    int attended = count(by, "ATTENDED");
    int part = count(by, "PARTIAL");
    int madeUp = count(by, "MAKE_UP");
    int authorised = count(by, "ABSENT_AUTHORISED");
    int unauthorised = count(by, "ABSENT_UNAUTHORISED");
    return new ReportFacts.Attendance(
        all,
        attended,
        part,
        madeUp,
        authorised,
        unauthorised,
        all - attended - part - madeUp - authorised - unauthorised);
  }

  private static int count(Map<String, Long> by, String code) {
    return by.getOrDefault(code, 0L).intValue();
  }
}
