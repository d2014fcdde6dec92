package org.crossborough.gateway.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.crossborough.gateway.refusal.Refusal;
import org.crossborough.gateway.refusal.RefusalAnswer;
import org.crossborough.gateway.routing.Route;
import org.crossborough.gateway.routing.RoutingConfig;
import org.crossborough.gateway.routing.ServiceProxies;
import org.crossborough.gateway.routing.Upstream;
import org.jspecify.annotations.Nullable;

/** Where every request arrives: it is named, found a route, measured, checked, and sent on. */
@Singleton
class Edge {

  /** After the framework has prepared authentication, ahead of everything that answers. */
  private static final int PRIORITY = 50;

  /** Beyond it a service would answer without a problem document. */
  private static final int LONGEST_ADDRESS = 4000;

  private final Admission admission;
  private final ServiceProxies services;
  private final CrossOrigin origins;
  private final Announcements announcements;
  private final MeterRegistry meters;
  private final RoutingConfig config;

  Edge(Admission admission, ServiceProxies services, MeterRegistry meters, RoutingConfig config) {
    this.admission = admission;
    this.services = services;
    this.origins = new CrossOrigin(config);
    this.announcements = new Announcements(config);
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
    secure(request, route);
    if (origins.answers(request)) {
      return;
    }
    if (request.uri().length() > LONGEST_ADDRESS) {
      RefusalAnswer.send(context, Refusal.ADDRESS_TOO_LONG);
    } else if (route == null) {
      RefusalAnswer.send(context, Refusal.NOT_FOUND);
    } else if (isTooLarge(
        request.getHeader(HttpHeaders.CONTENT_LENGTH), config.bodyLimitOf(path))) {
      RefusalAnswer.send(context, Refusal.TOO_LARGE);
    } else {
      announcements.make(route, request.response().headers());
      awaitBody(context);
      admission
          .clientOf(context, path)
          .onSuccess(name -> {
            visit.by(name);
            pass(context, route.upstream());
          })
          .onFailure(failure -> RefusalAnswer.send(context, failure));
    }
  }

  /** What every answer says, whoever gives it. */
  private static void secure(HttpServerRequest request, @Nullable Route route) {
    MultiMap headers = request.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-site");
    if (request.isSSL()) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    if (route == null || route.upstream() != null) {
      headers.set("Cache-Control", "no-store");
      headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
  }

  /** Who sends a byte now and then shall not hold a connection to a service for ever. */
  private void awaitBody(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (hasNoBody(request)) {
      return;
    }
    long timer =
        context
            .vertx()
            .setTimer(
                config.bodyPatience().toMillis(),
                _ -> {
                  if (!request.isEnded()) {
                    RefusalAnswer.tooSlow(context);
                  }
                });
    context.addEndHandler(_ -> context.vertx().cancelTimer(timer));
  }

  private static boolean hasNoBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    // In HTTP/2 a body needs no header that announces it.
    return request.version() != HttpVersion.HTTP_2
        && (length == null || length.equals("0"))
        && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
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
