package org.crossborough.platform.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Function;

/** A body as its schema describes it, with every field there is and a word of ours in each text. */
final class FilledBody {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Function<String, String> word;

  /**
   * @param word makes the content of a text from the name of its field
   */
  FilledBody(Function<String, String> word) {
    this.word = word;
  }

  /** Fields that are no free text are as in the example, where that has them. */
  JsonNode of(String field, JsonNode schema, JsonNode example) {
    if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
      return example.isTextual() ? example : schema.path("enum").path(0);
    }
    return switch (type(schema)) {
      case "object" -> object(schema, example);
      case "array" -> JSON.arrayNode().add(of(field, schema.path("items"), example.path(0)));
      case "string" -> text(field, schema, example);
      case "integer", "number" ->
          example.isNumber() ? example : JSON.numberNode(schema.path("minimum").asInt(1));
      case "boolean" -> example.isBoolean() ? example : JSON.booleanNode(true);
      default -> example.isMissingNode() ? JSON.textNode(word.apply(field)) : example;
    };
  }

  /** An optional field may be of a type or null. */
  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.path(0).asText() : type.asText("object");
  }

  private JsonNode object(JsonNode schema, JsonNode example) {
    ObjectNode object = JSON.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(property ->
            object.set(
                property.getKey(),
                of(property.getKey(), property.getValue(), example.path(property.getKey()))));
    return object;
  }

  private JsonNode text(String field, JsonNode schema, JsonNode example) {
    boolean free = !schema.has("format") && !schema.has("pattern");
    if (free) {
      return JSON.textNode(word.apply(field));
    }
    if (example.isTextual()) {
      return example;
    }
    return JSON.textNode(
        switch (schema.path("format").asText()) {
          case "uuid" -> UUID.randomUUID().toString();
          case "date" -> "2026-01-14";
          case "date-time" -> "2026-01-14T10:30:00Z";
          default -> schema.path("examples").path(0).asText(word.apply(field));
        });
  }
}
