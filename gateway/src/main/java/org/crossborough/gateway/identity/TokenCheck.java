package org.crossborough.gateway.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.crossborough.gateway.identity.DpopProof.Expected;
import org.crossborough.gateway.refusal.Refusal;
import org.crossborough.gateway.refusal.Refused;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Checks the token of a request at the edge: that it is valid, that nothing else stands against it,
 * and, for one that is bound to a key, that the request was signed with that key (RFC 9449).
 */
@Singleton
public class TokenCheck {

  /** The proof of possession, which services that check it again receive too. */
  private static final String PROOF = "DPoP";

  /**
   * The extension asks the provider for new keys on behalf of the first who shows one, and refuses
   * whoever comes while they are on their way. Longer than it waits before it asks again.
   */
  private static final int LOOKS_AT_NEW_KEYS = 12;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private static final String BEARER = "Bearer ";
  private static final String BOUND = "DPoP ";

  private final HttpAuthenticator authenticator;
  private final TokenRules rules;
  private final RecentTokens recent;
  private final SeenProofs proofs;
  private final InstantSource clock;

  TokenCheck(
      HttpAuthenticator authenticator,
      TokenRules rules,
      RecentTokens recent,
      SeenProofs proofs,
      InstantSource clock) {
    this.authenticator = authenticator;
    this.rules = rules;
    this.recent = recent;
    this.proofs = proofs;
    this.clock = clock;
  }

  /** The client the token was issued to, or a {@link Refused}; on the request's own context. */
  public Future<String> clientOf(RoutingContext context) {
    HttpServerRequest request = context.request();
    List<String> credentials = request.headers().getAll(HttpHeaders.AUTHORIZATION);
    String credential = credentials.size() == 1 ? credentials.getFirst() : "";
    boolean signed = startsWith(credential, BOUND);
    if (!signed && !startsWith(credential, BEARER)) {
      return Future.failedFuture(new Refused(Refusal.UNAUTHENTICATED));
    }
    String token = credential.substring(signed ? BOUND.length() : BEARER.length()).strip();
    if (signed) {
      // From here on it is a token like any other: who holds it has been asked for the proof.
      request.headers().set(HttpHeaders.AUTHORIZATION, BEARER + token);
    }
    return holderOf(token, context).compose(holder -> proved(holder, token, signed, context));
  }

  private static boolean startsWith(String credential, String scheme) {
    return credential.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private Future<TokenHolder> holderOf(String token, RoutingContext context) {
    TokenHolder known = recent.holderOf(token, System.nanoTime());
    return known != null
        ? Future.succeededFuture(known)
        : verified(context, LOOKS_AT_NEW_KEYS)
            .onSuccess(holder -> recent.remember(token, holder, System.nanoTime()));
  }

  private Future<String> proved(
      TokenHolder holder, String token, boolean signed, RoutingContext context) {
    if (holder.boundTo() == null && !signed) {
      return Future.succeededFuture(holder.client());
    }
    DpopProof proof =
        holder.boundTo() == null || !signed ? null : proof(holder.boundTo(), token, context);
    if (proof == null) {
      return Future.failedFuture(new Refused(Refusal.INVALID_PROOF));
    }
    return proofs
        .take(proof)
        .compose(first ->
            first
                ? Future.succeededFuture(holder.client())
                : Future.failedFuture(new Refused(Refusal.INVALID_PROOF)));
  }

  private @Nullable DpopProof proof(String thumbprint, String token, RoutingContext context) {
    HttpServerRequest request = context.request();
    List<String> given = request.headers().getAll(PROOF);
    if (given.size() != 1 || request.authority() == null) {
      return null;
    }
    String uri = request.scheme() + "://" + request.authority() + request.path();
    return DpopProof.of(
        given.getFirst(),
        new Expected(request.method().name(), uri, token, thumbprint),
        clock.instant());
  }

  private Future<TokenHolder> verified(RoutingContext request, int looks) {
    return verified(request)
        .recover(failure ->
            looks > 0 && isOfUnknownKey(failure)
                ? request
                    .vertx()
                    .timer(BETWEEN_LOOKS.toMillis())
                    .compose(_ -> verified(request, looks - 1))
                : Future.failedFuture(refusal(failure)));
  }

  private static boolean isOfUnknownKey(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(UnresolvableKeyException.class::isInstance);
  }

  private Future<TokenHolder> verified(RoutingContext request) {
    Context origin = request.vertx().getOrCreateContext();
    Promise<TokenHolder> holder = Promise.promise();
    var _ =
        authenticator
            .attemptAuthentication(request)
            .subscribe()
            .with(
                identity -> on(origin, () -> admit(identity, holder)),
                failure -> on(origin, () -> holder.fail(failure)));
    return holder.future();
  }

  /** Key sets are fetched on another event loop, and a request belongs to one alone. */
  private static void on(Context origin, Runnable work) {
    if (origin.equals(Vertx.currentContext())) {
      work.run();
    } else {
      origin.runOnContext(_ -> work.run());
    }
  }

  private void admit(@Nullable SecurityIdentity identity, Promise<TokenHolder> holder) {
    if (identity == null
        || !(identity.getPrincipal() instanceof JsonWebToken token)
        || !(token.getClaim("azp") instanceof String name)) {
      holder.fail(new Refused(Refusal.UNAUTHENTICATED));
      return;
    }
    Refusal objection = rules.objection(identity.getRoles(), name);
    if (objection == null) {
      holder.complete(new TokenHolder(name, boundTo(token)));
    } else {
      holder.fail(new Refused(objection));
    }
  }

  /** A confirmation of any other kind cannot be checked here, and no key has such a thumbprint. */
  private static @Nullable String boundTo(JsonWebToken token) {
    Object confirmation = token.getClaim("cnf");
    if (confirmation == null) {
      return null;
    }
    Object thumbprint = confirmation instanceof Map<?, ?> members ? members.get("jkt") : null;
    return String.valueOf(thumbprint).replace("\"", "");
  }

  private static Throwable refusal(Throwable failure) {
    return failure instanceof AuthenticationFailedException
        ? new Refused(Refusal.UNAUTHENTICATED)
        : failure;
  }
}
