package org.crossborough.platform.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.PublicApi;

/** The platform's own description of its API, as a list of what can be asked of it. */
final class Description {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  private Description() {}

  /** One operation; {@code path} may hold parameters in braces. */
  record Operation(String method, String path) {

    /** A request to it, with every parameter filled in and what changes need. */
    Call call(String id) {
      String filled = path.replaceAll("\\{[^}]+}", id);
      if (method.equals("GET") || method.equals("DELETE")) {
        return Call.bare(method, filled).with("X-Purpose", "PROBE");
      }
      return Call.bodied(method, filled, "{}".getBytes(StandardCharsets.UTF_8))
          .with("Idempotency-Key", Names.unique("probe"))
          .with("If-Match", "\"0\"");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static List<Operation> operations(PublicApi api) {
    JsonNode paths = api.require(Call.get("/openapi.json")).json().path("paths");
    return paths.properties().stream()
        .flatMap(path -> operations(path.getKey(), path.getValue()))
        .toList();
  }

  private static Stream<Operation> operations(String path, JsonNode item) {
    return item.properties().stream()
        .filter(field -> METHODS.contains(field.getKey()))
        .map(field -> new Operation(field.getKey().toUpperCase(Locale.ROOT), path));
  }
}
