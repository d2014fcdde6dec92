package org.crossborough.safety.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;

/**
 * Which audience opens what: a token for the intake opens the intake alone, and a token for the
 * support side everything but the intake. The refusal is the one that a missing role gets.
 */
@Provider
class AudienceRule implements ContainerRequestFilter {

  private static final String INTAKE = "/v1/at-risk-details";
  private static final String PUBLIC_KEYS = INTAKE + "/keys";

  private final Caller caller;

  AudienceRule(Caller caller) {
    this.caller = caller;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (!path.equals(PUBLIC_KEYS)
        && !caller.isFor(path.equals(INTAKE) ? "safety-intake" : "safety-service")) {
      throw RequestProblem.FORBIDDEN.builder().build();
    }
  }

  /** Whether something is asked for that only the support side may have. */
  static boolean isSupportSide(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    return !path.equals(PUBLIC_KEYS) && !path.equals(INTAKE);
  }
}
