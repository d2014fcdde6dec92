package org.crossborough.platform.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a program written against one description would trip over in another: something it calls is
 * gone, something it sends is refused, or something it reads is missing or of another type. What is
 * added is no break: clients ignore fields and codes they do not know.
 */
final class BreakingChanges {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private static final Set<String> RULES =
      Set.of("type", "format", "enum", "const", "properties", "items", "allOf", "anyOf", "oneOf");

  private enum Way {
    SENT,
    READ
  }

  private record Pair(Way way, JsonNode before, JsonNode after) {}

  private final JsonNode before;
  private final JsonNode after;
  private final Set<Pair> compared = new HashSet<>();
  private final List<String> found = new ArrayList<>();

  private BreakingChanges(JsonNode before, JsonNode after) {
    this.before = before;
    this.after = after;
  }

  static List<String> between(JsonNode before, JsonNode after) {
    BreakingChanges changes = new BreakingChanges(before, after);
    before.path("paths").properties().forEach(changes::path);
    return List.copyOf(changes.found);
  }

  private void path(Map.Entry<String, JsonNode> path) {
    for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
      if (METHODS.contains(method.getKey())) {
        String name = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
        JsonNode now = after.path("paths").path(path.getKey()).path(method.getKey());
        if (now.isMissingNode()) {
          found.add(name + " is gone");
        } else {
          operation(name, method.getValue(), now);
        }
      }
    }
  }

  private void operation(String name, JsonNode old, JsonNode now) {
    for (JsonNode parameter : now.path("parameters")) {
      JsonNode known = parameter(old, parameter);
      if (parameter.path("required").asBoolean() && !known.path("required").asBoolean()) {
        found.add(name + " needs " + parameter.path("name").asText());
      }
    }
    for (JsonNode parameter : old.path("parameters")) {
      JsonNode same = parameter(now, parameter);
      String at = name + " parameter " + parameter.path("name").asText();
      if (same.isMissingNode()) {
        found.add(at + " is gone");
      } else {
        schema(Way.SENT, at, parameter.path("schema"), same.path("schema"));
      }
    }
    if (now.path("requestBody").path("required").asBoolean() && !old.has("requestBody")) {
      found.add(name + " needs a body");
    }
    content(Way.SENT, name + " body", old.path("requestBody"), now.path("requestBody"));
    for (Map.Entry<String, JsonNode> answer : old.path("responses").properties()) {
      if (answer.getKey().startsWith("2")) {
        JsonNode same = now.path("responses").path(answer.getKey());
        if (same.isMissingNode()) {
          found.add(name + " answers " + answer.getKey() + " no more");
        }
        content(Way.READ, name + " " + answer.getKey(), answer.getValue(), same);
      }
    }
  }

  private static JsonNode parameter(JsonNode operation, JsonNode like) {
    for (JsonNode one : operation.path("parameters")) {
      if (one.path("name").equals(like.path("name")) && one.path("in").equals(like.path("in"))) {
        return one;
      }
    }
    return MissingNode.getInstance();
  }

  private void content(Way way, String at, JsonNode old, JsonNode now) {
    for (Map.Entry<String, JsonNode> type : old.path("content").properties()) {
      JsonNode same = now.path("content").path(type.getKey());
      if (same.isMissingNode()) {
        found.add(at + " is no longer " + type.getKey());
      } else {
        schema(way, at, type.getValue().path("schema"), same.path("schema"));
      }
    }
  }

  private void schema(Way way, String at, JsonNode oldOne, JsonNode nowOne) {
    JsonNode old = resolved(oldOne, before);
    JsonNode now = resolved(nowOne, after);
    if (old.isMissingNode() || !compared.add(new Pair(way, old, now))) {
      return;
    }
    if (way == Way.SENT && isAnything(now)) {
      return;
    }
    if (!old.path("type").equals(now.path("type")) || !isSameFormat(old, now)) {
      found.add("%s: %s is now %s".formatted(at, typeOf(old), typeOf(now)));
      return;
    }
    properties(way, at, old, now);
    if (way == Way.SENT) {
      old.path("enum")
          .forEach(value -> {
            if (!contains(now.path("enum"), value)) {
              found.add(at + " is refused when " + value.asText());
            }
          });
    }
    schema(way, at + "[]", old.path("items"), now.path("items"));
  }

  private static boolean isAnything(JsonNode schema) {
    return !schema.isMissingNode() && RULES.stream().noneMatch(schema::has);
  }

  /** A whole number within bounds is the same number when somebody says how many bits it needs. */
  private static boolean isSameFormat(JsonNode old, JsonNode now) {
    boolean named =
        old.path("type").asText().equals("integer")
            && old.has("minimum")
            && old.has("maximum")
            && !old.has("format");
    return named || old.path("format").equals(now.path("format"));
  }

  private void properties(Way way, String at, JsonNode old, JsonNode now) {
    for (Map.Entry<String, JsonNode> property : old.path("properties").properties()) {
      JsonNode same = now.path("properties").path(property.getKey());
      String name = at + "." + property.getKey();
      if (same.isMissingNode()) {
        found.add(name + " is gone");
      } else {
        schema(way, name, property.getValue(), same);
      }
    }
    JsonNode must = way == Way.SENT ? now.path("required") : old.path("required");
    JsonNode had = way == Way.SENT ? old.path("required") : now.path("required");
    must.forEach(name -> {
      if (!contains(had, name)) {
        found.add(
            at + "." + name.asText() + (way == Way.SENT ? " is now needed" : " may now be absent"));
      }
    });
  }

  private static boolean contains(JsonNode array, JsonNode value) {
    for (JsonNode one : array) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static String typeOf(JsonNode schema) {
    return (schema.path("type") + " " + schema.path("format").asText()).strip();
  }

  private static JsonNode resolved(JsonNode schema, JsonNode document) {
    JsonNode reference = schema.path("$ref");
    return reference.isMissingNode() ? schema : document.at(reference.asText().substring(1));
  }
}
