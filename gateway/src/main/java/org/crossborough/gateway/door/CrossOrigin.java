package org.crossborough.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import org.crossborough.gateway.routing.RoutingConfig;

/**
 * Lets pages of the configured origins use the API from a browser (Fetch, CORS protocol); there are
 * none unless somebody names them, and never all.
 */
final class CrossOrigin {

  private static final int NO_CONTENT = 204;
  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String READABLE =
      "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, X-Correlation-ID,"
          + " Deprecation, Sunset";
  private static final String SENDABLE =
      "Authorization, Content-Type, DPoP, Idempotency-Key, If-Match, If-None-Match, X-Purpose,"
          + " X-Request-Deadline, X-Correlation-ID, X-Crossborough-Request, traceparent,"
          + " tracestate";
  private static final String HOURS = "7200";

  private final Set<String> origins;

  CrossOrigin(RoutingConfig config) {
    this.origins = config.corsOrigins().orElse(Set.of());
  }

  /**
   * Says who may read the answer; whether this was only a question whether to ask, and answered.
   */
  boolean answers(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origins.isEmpty() || origin == null) {
      return false;
    }
    MultiMap headers = request.response().headers();
    headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    if (!origins.contains(origin)) {
      return false;
    }
    headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, READABLE);
    boolean asksOnly =
        request.method().equals(HttpMethod.OPTIONS)
            && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    if (asksOnly) {
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENDABLE);
      headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, HOURS);
      request.response().setStatusCode(NO_CONTENT).end();
    }
    return asksOnly;
  }
}
