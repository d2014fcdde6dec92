package org.crossborough.programme.requirement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.crossborough.programme.run.ScheduledRuns;
import org.crossborough.programme.run.ScheduledRuns.RunDesign;

/** The one place that reads a design for what it asks of a man. */
@ApplicationScoped
public class ProgrammeRequirements {

  private final ScheduledRuns runs;
  private final RequirementConfig config;

  ProgrammeRequirements(ScheduledRuns runs, RequirementConfig config) {
    this.runs = runs;
    this.config = config;
  }

  /**
   * What a run asks of the men on it.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when the caller sees no such run
   */
  public Requirements of(UUID runId) {
    RunDesign design = runs.design(runId);
    return new Requirements(
        design.minimumCountableMinutes(),
        new TreeSet<>(config.mandatoryModules().orElse(Set.of())),
        new AbsencePolicy(config.consecutiveAbsences(), config.totalAbsences()),
        config.individualSessionsCount(),
        config.recordedReviews(),
        config.laterSessionsFromPercent());
  }
}
