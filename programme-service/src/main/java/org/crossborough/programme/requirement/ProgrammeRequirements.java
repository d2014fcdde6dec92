package org.crossborough.programme.requirement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeSet;
import java.util.UUID;
import org.crossborough.programme.run.ScheduledRuns;
import org.crossborough.programme.run.ScheduledRuns.RunDesign;
import org.crossborough.programme.template.ProgrammeTemplate;
import org.crossborough.programme.template.ProgrammeTemplates;

/**
 * The one place that reads a design for what it asks of a man: always the version that his run was
 * scheduled with, whatever was published since.
 */
@ApplicationScoped
public class ProgrammeRequirements {

  private final ScheduledRuns runs;
  private final ProgrammeTemplates templates;
  private final RequirementConfig config;

  ProgrammeRequirements(
      ScheduledRuns runs, ProgrammeTemplates templates, RequirementConfig config) {
    this.runs = runs;
    this.templates = templates;
    this.config = config;
  }

  /**
   * What a run asks of the men on it.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when the caller sees no such run
   */
  public Requirements of(UUID runId) {
    RunDesign run = runs.design(runId);
    // A foreign key keeps the version there for as long as the run.
    ProgrammeTemplate design =
        templates.find(run.templateCode(), run.templateVersion()).orElseThrow();
    return new Requirements(
        run.minimumCountableMinutes(),
        new TreeSet<>(design.mandatoryModuleCodes()),
        design.absencePolicy(),
        design.individualSessionsCount(),
        design.recordedReviews(),
        config.laterSessionsFromPercent());
  }
}
