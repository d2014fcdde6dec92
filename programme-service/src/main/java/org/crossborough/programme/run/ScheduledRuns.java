package org.crossborough.programme.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What enrolments need to know of their run. */
@ApplicationScoped
public class ScheduledRuns {

  /** A run, in what its enrolments depend on. */
  public record ScheduledRun(UUID id, String boroughCode, int minimumCountableMinutes) {}

  private final Runs runs;

  ScheduledRuns(Runs runs) {
    this.runs = runs;
  }

  /**
   * A run the caller may see.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none
   */
  public ScheduledRun get(UUID id) {
    ProgrammeRun run = runs.get(id);
    return new ScheduledRun(run.id(), run.boroughCode(), run.minimumCountableMinutes());
  }
}
