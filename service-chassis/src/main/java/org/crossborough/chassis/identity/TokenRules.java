package org.crossborough.chassis.identity;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Set;
import org.crossborough.chassis.problem.RequestProblem;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Refuses tokens that are valid and yet must not be taken, before any resource sees them. */
@ApplicationScoped
class TokenRules implements SecurityIdentityAugmentor {

  private final IdentityConfig config;

  TokenRules(IdentityConfig config) {
    this.config = config;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (identity.isAnonymous()) {
      return Uni.createFrom().item(identity);
    }
    if (holdsBothSides(identity.getRoles())) {
      return Uni.createFrom().failure(new ForbiddenException(RequestProblem.ROLE_CONFLICT.title()));
    }
    if (!config.demoIdentities() && isDemo(identity)) {
      return Uni.createFrom().failure(new ForbiddenException("Demo identity"));
    }
    return Uni.createFrom().item(identity);
  }

  private boolean holdsBothSides(Set<String> roles) {
    return !Collections.disjoint(roles, config.oneSide())
        && !Collections.disjoint(roles, config.otherSide());
  }

  private static boolean isDemo(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken token
        && token.getClaim("azp") instanceof String client
        && client.startsWith("demo-");
  }
}
