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

  /** What can be read without a token. */
  private static final Set<String> ANONYMOUS =
      Set.of(
          "/v1/at-risk-details/keys",
          "/openapi.json",
          "/q/health",
          "/q/health/live",
          "/q/health/ready",
          "/q/health/started",
          "/asyncapi.json",
          "/problems",
          "/session",
          "/session/login",
          "/session/callback");

  /** What a browser may send without a token: a session says who it is. */
  private static final Set<String> ANONYMOUS_POSTS =
      Set.of("/session/logout", "/session/logout/back-channel");

  private static final String DOCS = "/docs";
  private static final String PROBLEMS = "/problems";

  /** What the gateway answers itself. */
  private static final List<String> OWN =
      List.of(
          DOCS,
          "/openapi.json",
          "/asyncapi.json",
          "/problems",
          "/q/health",
          "/q/metrics",
          "/session",
          "/session/login",
          "/session/callback",
          "/session/logout");

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
  public static @Nullable Route of(String path) {
    if (!isPlain(path)) {
      return null;
    }
    if (path.startsWith(PROBLEMS + "/")) {
      return TABLE.get(PROBLEMS);
    }
    return path.startsWith(DOCS + "/") ? TABLE.get(DOCS) : TABLE.get(firstTwoSegments(path));
  }

  /** Whether the request needs no token; all but a few of these only read. */
  public static boolean isAnonymous(String method, String path) {
    if (method.equals("POST")) {
      return ANONYMOUS_POSTS.contains(path);
    }
    return (method.equals("GET") || method.equals("HEAD"))
        && (ANONYMOUS.contains(path)
            || path.equals(DOCS)
            || path.startsWith(DOCS + "/")
            || path.startsWith(PROBLEMS + "/"));
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
