package org.crossborough.gateway.identity;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Set;
import org.crossborough.gateway.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Refuses tokens that are valid and yet must not be taken. */
@Singleton
class TokenRules {

  private static final String DEMO = "demo-";

  private final Set<String> oneSide;
  private final Set<String> otherSide;
  private final boolean demoIdentities;

  TokenRules(IdentityConfig config) {
    this.oneSide = config.oneSide();
    this.otherSide = config.otherSide();
    this.demoIdentities = config.demoIdentities();
  }

  /** What stands against a token with these {@code roles}, issued to this {@code client}. */
  @Nullable Refusal objection(Set<String> roles, String client) {
    if (!Collections.disjoint(roles, oneSide) && !Collections.disjoint(roles, otherSide)) {
      return Refusal.ROLE_CONFLICT;
    }
    return !demoIdentities && client.startsWith(DEMO) ? Refusal.FORBIDDEN : null;
  }
}
