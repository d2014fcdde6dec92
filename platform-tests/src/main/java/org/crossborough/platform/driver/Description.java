package org.crossborough.platform.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The platform's own description of its API, as a list of what can be asked of it. */
public final class Description {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  private static final int DEEPEST = 12;

  private final JsonNode document;

  private Description(JsonNode document) {
    this.document = document;
  }

  /**
   * One operation.
   *
   * @param path may hold parameters in braces
   * @param roles one of which a caller must have; none when anybody may call
   * @param queries the names of its query parameters
   * @param mediaType of its request body
   * @param schema of its request body with every reference filled in; missing when it has none
   * @param example of its request body; missing when it has none
   */
  public record Operation(
      String method,
      String path,
      List<String> roles,
      List<String> queries,
      String mediaType,
      JsonNode schema,
      JsonNode example) {

    /** Its path with every parameter filled in. */
    public String filled(String segment) {
      return path.replaceAll("\\{[^}]+}", Matcher.quoteReplacement(segment));
    }

    /** A request to it, with every parameter filled in and what changes need. */
    public Call call(String id) {
      if (method.equals("GET") || method.equals("DELETE")) {
        return Call.bare(method, filled(id)).with("X-Purpose", "COMPLAINT");
      }
      return Call.bodied(method, filled(id), "{}".getBytes(StandardCharsets.UTF_8))
          .with("Idempotency-Key", "probe-" + UUID.randomUUID())
          .with("If-Match", "\"0\"");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** Everything that the running platform says can be asked of it. */
  public static List<Operation> operations(PublicApi api) {
    return new Description(api.require(Call.get("/openapi.json")).json()).operations();
  }

  private List<Operation> operations() {
    return document.path("paths").properties().stream()
        .flatMap(path -> operations(path.getKey(), path.getValue()))
        .toList();
  }

  private Stream<Operation> operations(String path, JsonNode item) {
    return item.properties().stream()
        .filter(field -> METHODS.contains(field.getKey()))
        .map(field -> operation(field.getKey(), path, field.getValue()));
  }

  private Operation operation(String method, String path, JsonNode operation) {
    JsonNode content = operation.path("requestBody").path("content");
    String mediaType =
        content
            .propertyStream()
            .map(entry -> entry.getKey())
            .findFirst()
            .orElse("application/json");
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        elements(operation.path("security"))
            .flatMap(scheme -> elements(scheme.path("bearer")))
            .map(JsonNode::asText)
            .toList(),
        elements(operation.path("parameters"))
            .map(this::resolved)
            .filter(parameter -> parameter.path("in").asText().equals("query"))
            .map(parameter -> parameter.path("name").asText())
            .toList(),
        mediaType,
        inlined(content.path(mediaType).path("schema"), DEEPEST),
        example(content.path(mediaType)));
  }

  private JsonNode example(JsonNode content) {
    JsonNode own = content.path("examples").path(0).path("value");
    return own.isMissingNode() ? resolved(content.path("schema")).path("examples").path(0) : own;
  }

  /** The same node without references, as deep as any body is. */
  private JsonNode inlined(JsonNode node, int depth) {
    JsonNode here = resolved(node);
    if (depth == 0 || !(here instanceof ObjectNode object)) {
      return here;
    }
    ObjectNode copy = object.objectNode();
    object.forEachEntry((name, value) -> copy.set(name, inlined(value, depth - 1)));
    return copy;
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText("");
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
