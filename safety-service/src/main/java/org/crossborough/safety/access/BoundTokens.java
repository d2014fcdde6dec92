package org.crossborough.safety.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossborough.chassis.identity.IdentityConfig;
import org.crossborough.safety.possession.ProofOfPossession;
import org.crossborough.safety.possession.UsedProofs;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Takes a token of the support side only with proof that its sender holds the key it is bound to
 * (RFC 9449): a token that was stolen opens nothing here, even to whoever sends it as the gateway.
 * The gateway checks the same and passes it on.
 */
@ApplicationScoped
class BoundTokens {

  private static final String PROOF = "DPoP";
  private static final String DEMO = "demo-";

  private final SecurityIdentity identity;
  private final BoundTokenConfig config;
  private final IdentityConfig identities;
  private final UsedProofs used;
  private final Clock clock;

  BoundTokens(
      SecurityIdentity identity,
      BoundTokenConfig config,
      IdentityConfig identities,
      UsedProofs used,
      Clock clock) {
    this.identity = identity;
    this.config = config;
    this.identities = identities;
    this.used = used;
    this.clock = clock;
  }

  /**
   * Goes on only if the request was signed with the key its token is bound to.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 401 that says what was missing
   */
  void require(ContainerRequestContext request) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return; // Nobody, whom the operation's roles refuse.
    }
    String thumbprint = thumbprint(token.getClaim("cnf"));
    if (thumbprint == null) {
      if (!mayBeUnbound(token.getClaim("azp"), config, identities.demoIdentities())) {
        throw refusal(AccessProblem.UNBOUND_TOKEN, "invalid_token");
      }
      return;
    }
    ProofOfPossession.Expected expected =
        new ProofOfPossession.Expected(
            request.getMethod(),
            request.getUriInfo().getRequestUri().getRawPath(),
            token.getRawToken(),
            thumbprint);
    if (!isProved(proofs(request), expected, clock.instant())) {
      throw refusal(AccessProblem.INVALID_PROOF, "invalid_dpop_proof");
    }
  }

  private boolean isProved(List<String> given, ProofOfPossession.Expected expected, Instant now) {
    return given.size() == 1
        && ProofOfPossession.of(given.getFirst(), expected, now)
            .filter(proof -> used.take(proof.id(), now))
            .isPresent();
  }

  /** However its name is written: HTTP/2 has no capital letters. */
  private static List<String> proofs(ContainerRequestContext request) {
    return request.getHeaders().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(PROOF))
        .flatMap(header -> header.getValue().stream())
        .toList();
  }

  /** Whether a client's tokens are taken unbound: the demo's, where those are taken at all. */
  static boolean mayBeUnbound(@Nullable Object client, BoundTokenConfig config, boolean demo) {
    return client instanceof String name
        && (config.exceptClients().orElse(Set.of()).contains(name)
            || (demo && name.startsWith(DEMO)));
  }

  /**
   * The key a token is bound to; null for one that is bound to none. A binding of any other kind
   * cannot be checked here, and no key has such a thumbprint.
   */
  static @Nullable String thumbprint(@Nullable Object confirmation) {
    if (confirmation == null) {
      return null;
    }
    Object thumbprint = confirmation instanceof Map<?, ?> members ? members.get("jkt") : null;
    return String.valueOf(thumbprint).replace("\"", "");
  }

  private static RuntimeException refusal(AccessProblem problem, String error) {
    return problem
        .builder()
        .withHeader(
            HttpHeaders.WWW_AUTHENTICATE,
            "DPoP error=\"%s\", algs=\"%s\"".formatted(error, ProofOfPossession.ALGORITHM_NAMES))
        .build();
  }
}
