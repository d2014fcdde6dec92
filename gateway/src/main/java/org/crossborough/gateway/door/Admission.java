package org.crossborough.gateway.door;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.crossborough.gateway.identity.TokenCheck;
import org.crossborough.gateway.limits.Limits;
import org.crossborough.gateway.routing.Route;
import org.crossborough.gateway.session.Sessions;

/** Who may pass: by address first, which costs least, then by session, token and client. */
@Singleton
class Admission {

  private final Limits limits;
  private final Sessions sessions;
  private final TokenCheck tokens;

  Admission(Limits limits, Sessions sessions, TokenCheck tokens) {
    this.limits = limits;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /** The client that the request comes from, or a refusal. */
  Future<String> clientOf(RoutingContext context, String path) {
    HttpServerRequest request = context.request();
    Future<Void> near = limits.admitAddress(request);
    return Route.isAnonymous(request.method().name(), path)
        ? near.map(Visit.NOBODY)
        : near.compose(_ -> sessions.authorize(request))
            .compose(_ -> tokens.clientOf(context))
            .compose(name -> limits.admitClient(name, request).map(name));
  }
}
