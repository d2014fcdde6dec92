package org.crossborough.chassis.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps media types that cannot be read from the framework, which fails on them. A wish for an
 * answer in no known form is passed over; a body of no known type is a body of bytes, which is
 * refused where something else is asked for.
 */
@ApplicationScoped
class LegibleMediaTypes {

  private static final int BEFORE_ROUTING = 990;

  void register(@Observes Filters filters) {
    filters.register(LegibleMediaTypes::mend, BEFORE_ROUTING);
  }

  private static void mend(RoutingContext context) {
    MultiMap headers = context.request().headers();
    if (!isLegible(headers.get(HttpHeaders.ACCEPT))) {
      headers.remove(HttpHeaders.ACCEPT);
    }
    if (!isLegible(headers.get(HttpHeaders.CONTENT_TYPE))) {
      headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
    }
    context.next();
  }

  private static boolean isLegible(@Nullable String header) {
    if (header == null || header.equals(MediaType.APPLICATION_JSON) || header.equals("*/*")) {
      return true;
    }
    try {
      for (String type : header.split(",", -1)) {
        var _ = MediaType.valueOf(type.strip());
      }
      return true;
    } catch (IllegalArgumentException illegible) {
      return false;
    }
  }
}
