package org.crossborough.safety.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Demands a sign-in that is strong enough for reading about a person (RFC 9470). */
@RequestScoped
public class StepUp {

  private final SecurityIdentity identity;
  private final StepUpConfig config;

  StepUp(SecurityIdentity identity, StepUpConfig config) {
    this.identity = identity;
    this.config = config;
  }

  /**
   * Goes on only if the caller's own sign-in is strong enough.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 401 that says which sign-in is
   */
  public void require() {
    @Nullable String acr =
        identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim("acr") : null;
    require(acr, config.acr());
  }

  static void require(@Nullable String acr, Set<String> accepted) {
    if (acr == null || !accepted.contains(acr)) {
      throw AccessProblem.INSUFFICIENT_USER_AUTHENTICATION
          .builder()
          .withHeader(
              HttpHeaders.WWW_AUTHENTICATE,
              "Bearer error=\"insufficient_user_authentication\", acr_values=\"%s\""
                  .formatted(String.join(" ", new TreeSet<>(accepted))))
          .build();
    }
  }
}
