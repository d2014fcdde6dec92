package org.crossborough.programme.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.template.ProgrammeTemplate;
import org.crossborough.programme.template.ProgrammeTemplates;

/** Takes a run in: checks it against its template and the rules, stores it, tells of it. */
@ApplicationScoped
class ScheduleNewRun {

  private final Runs runs;
  private final ProgrammeTemplates templates;
  private final RunConfig config;
  private final Outbox outbox;
  private final Clock clock;

  ScheduleNewRun(
      Runs runs, ProgrammeTemplates templates, RunConfig config, Outbox outbox, Clock clock) {
    this.runs = runs;
    this.templates = templates;
    this.config = config;
    this.outbox = outbox;
    this.clock = clock;
  }

  ProgrammeRun schedule(ScheduleRun request) {
    List<Violation> violations = ScheduleRules.violations(request, config);
    if (!violations.isEmpty()) {
      throw RequestProblem.INVALID.of(violations);
    }
    int capacity = request.capacity() == null ? config.usualCapacity() : request.capacity();
    ProgrammeRun run = ProgrammeRun.of(request, template(request), capacity, clock.instant());
    runs.persist(run);
    outbox.publish(run.scheduled());
    return run;
  }

  private ProgrammeTemplate template(ScheduleRun request) {
    return templates
        .find(request.templateCode(), request.templateVersion())
        .orElseThrow(() ->
            RequestProblem.INVALID.of(
                List.of(
                    new Violation(
                        "templateCode", "UNKNOWN_TEMPLATE", "is not shipped in this version"))));
  }
}
