package org.crossborough.chassis.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Remembers whom a checked token stands for, to the end of the token or of a short time, whichever
 * comes first: what the provider's keys no longer vouch for is taken no longer than that.
 */
@ApplicationScoped
class RecentIdentities {

  /** Beyond this many, forgetting is cheaper than sorting out. */
  static final int MOST = 10_000;

  private record Checked(SecurityIdentity identity, Instant until) {}

  private final ConcurrentMap<String, Checked> identities = new ConcurrentHashMap<>();
  private final IdentityConfig config;
  private final Clock clock;

  RecentIdentities(IdentityConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** Whom a credential was found to stand for; null when that is not known, or no longer. */
  @Nullable SecurityIdentity of(String credential) {
    Checked checked = identities.get(credential);
    if (checked == null) {
      return null;
    }
    if (clock.instant().isBefore(checked.until())) {
      return checked.identity();
    }
    identities.remove(credential, checked);
    return null;
  }

  /** Remembers a credential that has just been checked; one without an end is checked each time. */
  void remember(String credential, SecurityIdentity identity) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return;
    }
    Instant end = Instant.ofEpochSecond(token.getExpirationTime());
    Instant latest = clock.instant().plus(config.rememberFor());
    if (identities.size() >= MOST) {
      identities.clear();
    }
    identities.put(credential, new Checked(bare(identity), end.isBefore(latest) ? end : latest));
  }

  /** Without its attributes, one of which is the request that it came with. */
  private static SecurityIdentity bare(SecurityIdentity identity) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addRoles(identity.getRoles())
        .addCredentials(identity.getCredentials())
        .build();
  }
}
