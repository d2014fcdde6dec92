package org.crossborough.gateway.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a path leads.
 *
 * @param prefix what logs and metrics say instead of the path, which may hold ids
 * @param upstream the service behind it; absent for what the gateway answers itself
 */
public record Route(String prefix, @Nullable Upstream upstream) {

  /** Everything that needs no token; reading only. */
  private static final Set<String> ANONYMOUS =
      Set.of(
          "/v1/at-risk-details/keys",
          "/openapi.json",
          "/q/health",
          "/q/health/live",
          "/q/health/ready",
          "/q/health/started");

  private static final String DOCS = "/docs";

  /** What the gateway answers itself. */
  private static final List<String> OWN = List.of(DOCS, "/openapi.json", "/q/health", "/q/metrics");

  private static final Map<String, Route> TABLE = table();

  private static Map<String, Route> table() {
    Map<String, Route> table = new HashMap<>();
    for (Upstream upstream : Upstream.values()) {
      upstream.prefixes().forEach(prefix -> table.put(prefix, new Route(prefix, upstream)));
    }
    OWN.forEach(prefix -> table.put(prefix, new Route(prefix, null)));
    return Map.copyOf(table);
  }

  /** The route of a path, or nothing. */
  static @Nullable Route of(String path) {
    if (!isPlain(path)) {
      return null;
    }
    return path.startsWith(DOCS + "/") ? TABLE.get(DOCS) : TABLE.get(firstTwoSegments(path));
  }

  /** Whether the request needs no token. */
  public static boolean isAnonymous(String method, String path) {
    return (method.equals("GET") || method.equals("HEAD"))
        && (ANONYMOUS.contains(path) || path.equals(DOCS) || path.startsWith(DOCS + "/"));
  }

  /** A path that a service could read as another one never leaves the gateway. */
  private static boolean isPlain(String path) {
    return path.indexOf('%') < 0
        && path.indexOf(';') < 0
        && path.indexOf('\\') < 0
        && !path.contains("//")
        && !path.contains("/.");
  }

  private static String firstTwoSegments(String path) {
    int second = path.indexOf('/', 1);
    int third = second < 0 ? -1 : path.indexOf('/', second + 1);
    return third < 0 ? path : path.substring(0, third);
  }
}
