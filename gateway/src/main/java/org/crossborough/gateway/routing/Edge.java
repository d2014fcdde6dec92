package org.crossborough.gateway.routing;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.crossborough.gateway.identity.TokenCheck;
import org.crossborough.gateway.refusal.Refusal;
import org.crossborough.gateway.refusal.RefusalAnswer;
import org.jspecify.annotations.Nullable;

/** Where every request arrives: it is named, found a route, measured, checked, and sent on. */
@Singleton
class Edge {

  /** After the framework has prepared authentication, ahead of everything that answers. */
  private static final int PRIORITY = 50;

  private final TokenCheck tokens;
  private final ServiceProxies services;
  private final MeterRegistry meters;
  private final RoutingConfig config;

  Edge(TokenCheck tokens, ServiceProxies services, MeterRegistry meters, RoutingConfig config) {
    this.tokens = tokens;
    this.services = services;
    this.meters = meters;
    this.config = config;
  }

  void register(@Observes Filters filters) {
    filters.register(this::receive, PRIORITY);
  }

  private void receive(RoutingContext context) {
    HttpServerRequest request = context.request();
    // Only CONNECT has none.
    String path = Objects.requireNonNullElse(request.path(), "");
    Route route = Route.of(path);
    Visit visit = Visit.begin(context, route, meters);
    Headers.secure(request, route);
    if (route == null) {
      RefusalAnswer.send(context, Refusal.NOT_FOUND);
    } else if (isTooLarge(
        request.getHeader(HttpHeaders.CONTENT_LENGTH), config.bodyLimitOf(path))) {
      RefusalAnswer.send(context, Refusal.TOO_LARGE);
    } else {
      client(context, path)
          .compose(name -> {
            visit.by(name);
            pass(context, route.upstream());
            return Future.succeededFuture();
          })
          .onFailure(failure -> RefusalAnswer.send(context, failure));
    }
  }

  private Future<String> client(RoutingContext context, String path) {
    return Route.isAnonymous(context.request().method().name(), path)
        ? Future.succeededFuture(Visit.NOBODY)
        : tokens.clientOf(context);
  }

  private void pass(RoutingContext context, @Nullable Upstream upstream) {
    if (upstream == null) {
      context.next();
    } else {
      services.forward(context.request(), upstream);
    }
  }

  private static boolean isTooLarge(@Nullable String contentLength, long limit) {
    try {
      return contentLength != null && Long.parseLong(contentLength) > limit;
    } catch (NumberFormatException _) {
      return true;
    }
  }
}
