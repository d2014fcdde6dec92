package org.crossborough.safety.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** What only the support side may have, it gets by a bound token alone; after the audience. */
@Provider
@Priority(Priorities.USER + 1)
class BoundTokenRule implements ContainerRequestFilter {

  private final BoundTokens tokens;

  BoundTokenRule(BoundTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (AudienceRule.isSupportSide(request)) {
      tokens.require(request);
    }
  }
}
