package org.crossborough.chassis.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Refusals that the platform would answer itself, in its own form, or that the problem library
 * cannot answer because it was compiled against an older platform.
 */
@Singleton
class PlatformRefusals {

  private static final int AHEAD_OF_THE_LIBRARY = 1;

  private final ProblemRefinement refinement;

  PlatformRefusals(ProblemRefinement refinement) {
    this.refinement = refinement;
  }

  @ServerExceptionMapper(
      value = {UnauthorizedException.class, AuthenticationFailedException.class},
      priority = AHEAD_OF_THE_LIBRARY)
  public Response unauthenticated(Exception failure, UriInfo uri) {
    HttpProblem problem =
        RequestProblem.UNAUTHENTICATED
            .builder()
            .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
            .build();
    return refinement.apply(problem, ProblemContext.of(failure, uri)).toResponse();
  }

  /** Tokens refused as a whole say why; anything else that is forbidden only says that it is. */
  @ServerExceptionMapper(value = ForbiddenException.class, priority = AHEAD_OF_THE_LIBRARY)
  public Response forbidden(ForbiddenException failure, UriInfo uri) {
    boolean conflict = RequestProblem.ROLE_CONFLICT.title().equals(failure.getMessage());
    RequestProblem problem = conflict ? RequestProblem.ROLE_CONFLICT : RequestProblem.FORBIDDEN;
    return refinement
        .apply(problem.builder().build(), ProblemContext.of(failure, uri))
        .toResponse();
  }

  /** Quarkus answers a body of the wrong shape with its own page unless somebody else does. */
  @ServerExceptionMapper(value = MismatchedInputException.class, priority = AHEAD_OF_THE_LIBRARY)
  public Response mismatched(MismatchedInputException failure, UriInfo uri) {
    HttpProblem problem = HttpProblem.valueOf(Response.Status.BAD_REQUEST);
    return refinement.apply(problem, ProblemContext.of(failure, uri)).toResponse();
  }
}
