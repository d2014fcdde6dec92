package org.crossborough.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crossborough.gateway.refusal.Correlation;

/** Which headers cross the border, and which the gateway alone decides. */
final class Headers {

  /** RFC 9110, 7.6.1: meant for the next hop only. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "upgrade",
          "expect",
          // A browser's session is between it and the gateway; no service knows of cookies.
          "cookie");

  /** Claims about the caller that only the token may make, and ways round the method and path. */
  private static final List<String> SPOOFABLE =
      List.of(
          "forwarded",
          "x-forwarded-",
          "x-user",
          "x-remote-",
          "x-real-ip",
          "x-auth",
          "x-client-",
          "x-original-",
          "x-rewrite-",
          "x-http-method",
          "x-method-override");

  /** An answer carries the gateway's word on these, whatever the service said. */
  private static final List<String> GATEWAY_DECIDES =
      List.of(
          Correlation.HEADER,
          "Cache-Control",
          "Content-Security-Policy",
          "X-Content-Type-Options",
          "Referrer-Policy",
          "Server",
          "Set-Cookie",
          "RateLimit",
          "RateLimit-Policy",
          "Deprecation",
          "Sunset");

  private Headers() {}

  /** Prepares what a service will see. */
  static void inbound(ProxyRequest request) {
    MultiMap headers = request.headers();
    HttpServerRequest outer = request.proxiedRequest();
    removeNominated(headers);
    for (String name : outer.headers().names()) {
      if (isRemoved(name.toLowerCase(Locale.ROOT))) {
        headers.remove(name);
      }
    }
    if (outer.authority() != null) {
      headers.set("X-Forwarded-Host", outer.authority().toString());
    }
    headers.set("X-Forwarded-Proto", outer.isSSL() ? "https" : "http");
    headers.set(Correlation.HEADER, Correlation.of(outer.response()));
    TraceContext.pass(headers);
  }

  /** Prepares what the caller will see. */
  static void outbound(ProxyResponse response) {
    MultiMap headers = response.headers();
    removeNominated(headers);
    HOP_BY_HOP.forEach(headers::remove);
    GATEWAY_DECIDES.forEach(headers::remove);
  }

  private static boolean isRemoved(String name) {
    return HOP_BY_HOP.contains(name) || SPOOFABLE.stream().anyMatch(name::startsWith);
  }

  /** {@code Connection} may name further headers of one hop. */
  private static void removeNominated(MultiMap headers) {
    String nominated = headers.get(HttpHeaders.CONNECTION);
    if (nominated != null) {
      for (String name : nominated.split(",", -1)) {
        headers.remove(name.strip());
      }
    }
  }
}
