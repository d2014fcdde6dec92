package org.crossborough.programme.run;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What enrolments need to know of their run. */
@ApplicationScoped
public class ScheduledRuns {

  /** A run, in what its enrolments depend on. */
  public record ScheduledRun(UUID id, String boroughCode, int minimumCountableMinutes) {}

  /** The design a run keeps, its days and its places. */
  public record RunDesign(
      UUID id,
      String boroughCode,
      String templateCode,
      int templateVersion,
      int minimumCountableMinutes,
      int capacity,
      LocalDate startsOn,
      LocalDate endsOn) {

    static RunDesign of(ProgrammeRun run) {
      return new RunDesign(
          run.id(),
          run.boroughCode(),
          run.templateCode(),
          run.templateVersion(),
          run.minimumCountableMinutes(),
          run.capacity(),
          run.startsOn(),
          run.endsOn());
    }
  }

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

  /**
   * How a run the caller may see is designed.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none
   */
  public RunDesign design(UUID id) {
    return RunDesign.of(runs.get(id));
  }

  /** The designs of those of these runs that the caller may see. */
  public Map<UUID, RunDesign> designs(Collection<UUID> ids) {
    return runs.list("id in ?1", ids).stream()
        .map(RunDesign::of)
        .collect(toMap(RunDesign::id, identity()));
  }
}
