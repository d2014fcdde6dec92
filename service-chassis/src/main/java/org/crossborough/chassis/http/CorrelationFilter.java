package org.crossborough.chassis.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Takes the caller's correlation id, or makes one, and gives it back with the answer; goes on with
 * the caller's trace.
 */
@ApplicationScoped
class CorrelationFilter {

  // Ahead of authentication, so that a refused token is answered with an id as well.
  private static final int BEFORE_SECURITY = 1000;
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  void register(@Observes Filters filters) {
    filters.register(CorrelationFilter::correlate, BEFORE_SECURITY);
  }

  private static void correlate(RoutingContext context) {
    String given = context.request().getHeader(Correlation.HEADER);
    String id =
        given != null && ACCEPTED.matcher(given).matches() ? given : UUID.randomUUID().toString();
    Correlation.begin(id);
    TraceParent.begin(context.request().getHeader(TraceParent.HEADER));
    context.response().putHeader(Correlation.HEADER, id);
    context.next();
  }
}
