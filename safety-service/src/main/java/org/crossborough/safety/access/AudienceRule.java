package org.crossborough.safety.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;

/**
 * Which audience opens what: a token for the intake opens the intake alone, and a token for the
 * support side everything but the intake, and only if it is bound to a key. The refusal is the one
 * that a missing role gets.
 */
@Provider
class AudienceRule implements ContainerRequestFilter {

  private static final String INTAKE = "/v1/at-risk-details";
  private static final String PUBLIC_KEYS = INTAKE + "/keys";

  private final Caller caller;
  private final BoundTokens tokens;

  AudienceRule(Caller caller, BoundTokens tokens) {
    this.caller = caller;
    this.tokens = tokens;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (path.equals(PUBLIC_KEYS)) {
      return;
    }
    boolean intake = path.equals(INTAKE);
    if (!caller.isFor(intake ? "safety-intake" : "safety-service")) {
      throw RequestProblem.FORBIDDEN.builder().build();
    }
    if (!intake) {
      tokens.require(request);
    }
  }
}
