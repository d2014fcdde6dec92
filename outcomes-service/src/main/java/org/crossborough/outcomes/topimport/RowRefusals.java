package org.crossborough.outcomes.topimport;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Says of a row what would have been said of a request: the same code that refines the refusals of
 * requests turns whatever went wrong into a type and into fields with codes.
 */
@ApplicationScoped
class RowRefusals {

  private final Instance<ProblemPostProcessor> refinements;

  RowRefusals(@Any Instance<ProblemPostProcessor> refinements) {
    this.refinements = refinements;
  }

  /**
   * Why a row is refused.
   *
   * @param passing whether it was not the row's fault, and another try may succeed
   */
  record Refusal(@Nullable String problem, List<Violation> violations, boolean passing) {

    /** A row that is at fault before it can be read. */
    static Refusal of(Violation fault) {
      return new Refusal(RequestProblem.MALFORMED_BODY.type().toString(), List.of(fault), false);
    }
  }

  Refusal of(Throwable failure) {
    HttpProblem problem =
        failure instanceof HttpProblem given
            ? given
            : HttpProblem.valueOf(Response.Status.INTERNAL_SERVER_ERROR);
    ProblemContext context = ProblemContext.of(failure, "/v1/top-imports");
    for (ProblemPostProcessor refinement : refinements) {
      problem = refinement.apply(problem, context);
    }
    return new Refusal(String.valueOf(problem.getType()), violations(problem), isPassing(problem));
  }

  private static boolean isPassing(HttpProblem problem) {
    return List.of(RequestProblem.UNAVAILABLE.type(), RequestProblem.CONFLICT.type())
        .contains(problem.getType());
  }

  private static List<Violation> violations(HttpProblem problem) {
    return problem.getParameters().get("violations") instanceof List<?> all
        ? all.stream().map(Violation.class::cast).toList()
        : List.of();
  }
}
