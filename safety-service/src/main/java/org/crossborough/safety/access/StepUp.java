package org.crossborough.safety.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Demands a sign-in that is strong enough, and no older than allowed (RFC 9470). */
@RequestScoped
public class StepUp {

  private final SecurityIdentity identity;
  private final StepUpConfig config;
  private final Clock clock;

  StepUp(SecurityIdentity identity, StepUpConfig config, Clock clock) {
    this.identity = identity;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Goes on only if the caller's own sign-in is strong and late enough.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 401 that says which sign-in is
   */
  public void require() {
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      require(token.getClaim("acr"), signedInAt(token), clock.instant(), config);
    } else {
      throw tooWeak(config);
    }
  }

  /** Null when the token does not tell, which the token library gives back as the second 0. */
  private static @Nullable Instant signedInAt(JsonWebToken token) {
    return token.getClaim("auth_time") instanceof Number at && at.longValue() != 0
        ? Instant.ofEpochSecond(at.longValue())
        : null;
  }

  static void require(
      @Nullable String acr, @Nullable Instant signedInAt, Instant now, StepUpConfig config) {
    boolean strong = acr != null && config.acr().contains(acr);
    boolean late = signedInAt == null || !signedInAt.plus(config.maxAge()).isBefore(now);
    if (!strong || !late) {
      throw tooWeak(config);
    }
  }

  private static RuntimeException tooWeak(StepUpConfig config) {
    return AccessProblem.INSUFFICIENT_USER_AUTHENTICATION
        .builder()
        .withHeader(
            HttpHeaders.WWW_AUTHENTICATE,
            "Bearer error=\"insufficient_user_authentication\", acr_values=\"%s\", max_age=\"%d\""
                .formatted(acceptable(config.acr()), seconds(config.maxAge())))
        .build();
  }

  private static String acceptable(Set<String> acr) {
    return String.join(" ", new TreeSet<>(acr));
  }

  private static long seconds(Duration age) {
    return age.toSeconds();
  }
}
