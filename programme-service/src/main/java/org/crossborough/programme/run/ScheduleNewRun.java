package org.crossborough.programme.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.bankholiday.BankHolidays;
import org.crossborough.programme.session.PlannedSession;
import org.crossborough.programme.session.Timetable;
import org.crossborough.programme.template.ProgrammeTemplate;
import org.crossborough.programme.template.ProgrammeTemplates;
import org.jspecify.annotations.Nullable;

/**
 * Takes a run in: checks it against its template and the rules, makes its timetable where none is
 * given, books whom and what it needs, and tells of it.
 */
@ApplicationScoped
class ScheduleNewRun {

  private final Runs runs;
  private final ProgrammeTemplates templates;
  private final Timetable timetable;
  private final RunConfig config;
  private final BankHolidays holidays;
  private final Outbox outbox;
  private final Clock clock;

  ScheduleNewRun(
      Runs runs,
      ProgrammeTemplates templates,
      Timetable timetable,
      RunConfig config,
      BankHolidays holidays,
      Outbox outbox,
      Clock clock) {
    this.runs = runs;
    this.templates = templates;
    this.timetable = timetable;
    this.config = config;
    this.holidays = holidays;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Stores the run.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it breaks a rule, 409 when a
   *     facilitator or the venue is taken
   */
  ProgrammeRun schedule(ScheduleRun request) {
    require(ScheduleRules.violations(request, config));
    ProgrammeTemplate template = template(request);
    List<PlannedSession> sessions = sessions(request, template);
    ProgrammeRun run =
        ProgrammeRun.of(request, template, sessions, new Defaults(config), clock.instant());
    runs.persistAndFlush(run);
    var _ =
        timetable.plan(run.id(), run.boroughCode(), sessions, run.facilitators(), clock.instant());
    timetable.book(run.id(), run.venue(), LocalDate.now(clock));
    outbox.publish(run.scheduled());
    return run;
  }

  private List<PlannedSession> sessions(ScheduleRun request, ProgrammeTemplate template) {
    @Nullable SchedulePattern pattern = request.schedule();
    if (pattern == null) {
      return request.given();
    }
    require(pattern.violations(template, request.startsOn(), holidays));
    return pattern.sessions(template, request.startsOn(), holidays);
  }

  private ProgrammeTemplate template(ScheduleRun request) {
    return templates
        .find(request.templateCode(), request.templateVersion())
        .orElseThrow(() ->
            RequestProblem.INVALID.of(
                List.of(
                    new Violation(
                        "templateCode", "UNKNOWN_TEMPLATE", "no such version is published"))));
  }

  private static void require(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw RequestProblem.INVALID.of(violations);
    }
  }

  /** What a run gets that does not say otherwise. */
  record Defaults(int capacity, int intakeEveryWeeks) {

    Defaults(RunConfig config) {
      this(config.usualCapacity(), config.intakeEveryWeeks());
    }
  }
}
