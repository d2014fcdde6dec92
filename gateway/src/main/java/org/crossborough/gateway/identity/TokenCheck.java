package org.crossborough.gateway.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.crossborough.gateway.refusal.Refusal;
import org.crossborough.gateway.refusal.Refused;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Checks the bearer token of a request at the edge. */
@Singleton
public class TokenCheck {

  private final HttpAuthenticator authenticator;
  private final TokenRules rules;
  private final RecentTokens recent;

  TokenCheck(HttpAuthenticator authenticator, TokenRules rules, RecentTokens recent) {
    this.authenticator = authenticator;
    this.rules = rules;
    this.recent = recent;
  }

  /** The client the token was issued to, or a {@link Refused}; on the request's own context. */
  public Future<String> clientOf(RoutingContext request) {
    String credential = request.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (credential == null) {
      return Future.failedFuture(new Refused(Refusal.UNAUTHENTICATED));
    }
    String known = recent.clientOf(credential, System.nanoTime());
    return known != null
        ? Future.succeededFuture(known)
        : verifiedClientOf(request)
            .onSuccess(client -> recent.remember(credential, client, System.nanoTime()));
  }

  private Future<String> verifiedClientOf(RoutingContext request) {
    Context origin = request.vertx().getOrCreateContext();
    Promise<String> client = Promise.promise();
    var _ =
        authenticator
            .attemptAuthentication(request)
            .subscribe()
            .with(
                identity -> on(origin, () -> admit(identity, client)),
                failure -> on(origin, () -> client.fail(refusal(failure))));
    return client.future();
  }

  /** Key sets are fetched on another event loop, and a request belongs to one alone. */
  private static void on(Context origin, Runnable work) {
    if (origin.equals(Vertx.currentContext())) {
      work.run();
    } else {
      origin.runOnContext(_ -> work.run());
    }
  }

  private void admit(@Nullable SecurityIdentity identity, Promise<String> client) {
    if (identity == null
        || !(identity.getPrincipal() instanceof JsonWebToken token)
        || !(token.getClaim("azp") instanceof String name)) {
      client.fail(new Refused(Refusal.UNAUTHENTICATED));
      return;
    }
    Refusal objection = rules.objection(identity.getRoles(), name);
    if (objection == null) {
      client.complete(name);
    } else {
      client.fail(new Refused(objection));
    }
  }

  private static Throwable refusal(Throwable failure) {
    return failure instanceof AuthenticationFailedException
        ? new Refused(Refusal.UNAUTHENTICATED)
        : failure;
  }
}
