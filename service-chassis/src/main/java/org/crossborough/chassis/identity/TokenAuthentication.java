package org.crossborough.chassis.identity;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Checks tokens as the OpenID Connect extension does, each once in a while and not with every
 * request: parsing one and checking its signature costs more than reading a page of referrals.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TokenAuthentication implements HttpAuthenticationMechanism {

  /**
   * The extension asks the provider for new keys on behalf of the first who shows one, and refuses
   * whoever comes while they are on their way. Longer than it waits before it asks again.
   */
  private static final int LOOKS_AT_NEW_KEYS = 12;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final OidcAuthenticationMechanism provider;
  private final RecentIdentities recent;

  TokenAuthentication(OidcAuthenticationMechanism provider, RecentIdentities recent) {
    this.provider = provider;
    this.recent = recent;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    String credential = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (credential == null) {
      return provider.authenticate(context, identities);
    }
    SecurityIdentity known = recent.of(credential);
    return known != null
        ? Uni.createFrom().item(known)
        : checked(context, identities, LOOKS_AT_NEW_KEYS)
            .invoke(found -> remember(credential, found));
  }

  private Uni<SecurityIdentity> checked(
      RoutingContext context, IdentityProviderManager identities, int looks) {
    return provider
        .authenticate(context, identities)
        .onFailure(failure -> looks > 0 && isOfUnknownKey(failure))
        .recoverWithUni(
            () -> aLittleLater(context).chain(() -> checked(context, identities, looks - 1)));
  }

  private static boolean isOfUnknownKey(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(UnresolvableKeyException.class::isInstance);
  }

  /** On the request's own context. */
  private static Uni<Long> aLittleLater(RoutingContext context) {
    return Uni.createFrom()
        .emitter(waiting -> context.vertx().setTimer(BETWEEN_LOOKS.toMillis(), waiting::complete));
  }

  private void remember(String credential, @Nullable SecurityIdentity found) {
    if (found != null) {
      recent.remember(credential, found);
    }
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return provider.getChallenge(context);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return provider.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return provider.getCredentialTransport(context);
  }

  /** Before the extension's own. */
  @Override
  public int getPriority() {
    return provider.getPriority() + 1;
  }
}
