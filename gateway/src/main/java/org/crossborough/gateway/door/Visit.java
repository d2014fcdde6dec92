package org.crossborough.gateway.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.crossborough.gateway.refusal.Correlation;
import org.crossborough.gateway.routing.Route;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request as the access log and the metrics know it: never an id, a query or a token. */
final class Visit {

  private static final Logger LOG = Logger.getLogger("crossborough.access");

  /** The client of a request that needs none, or had none that was let in. */
  static final String NOBODY = "-";

  private static final String NOWHERE = "-";

  /** Not a status of HTTP; the customary sign of a caller who left before the answer. */
  private static final int CALLER_LEFT = 499;

  private final RoutingContext context;
  private final MeterRegistry meters;
  private final String correlationId;
  private final String route;
  private final long began = System.nanoTime();
  private String client = NOBODY;

  private Visit(RoutingContext context, @Nullable Route route, MeterRegistry meters) {
    this.context = context;
    this.meters = meters;
    this.route = route == null ? NOWHERE : route.prefix();
    this.correlationId = Correlation.begin(context.request());
  }

  /** Begins what ends with the answer. */
  static Visit begin(RoutingContext context, @Nullable Route route, MeterRegistry meters) {
    Visit visit = new Visit(context, route, meters);
    context.addEndHandler(_ -> visit.end());
    return visit;
  }

  void by(String name) {
    client = name;
  }

  /** HTTP/2 tells of the end of a stream in other ways than HTTP/1.1, whether answered or not. */
  private void end() {
    HttpServerResponse response = context.response();
    int status = response.ended() ? response.getStatusCode() : CALLER_LEFT;
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    meters
        .timer("crossborough.gateway.requests", "route", route, "status", Integer.toString(status))
        .record(took);
    LOG.infof(
        "%s %s %d %dms %s %s",
        context.request().method(), route, status, took.toMillis(), correlationId, client);
  }
}
