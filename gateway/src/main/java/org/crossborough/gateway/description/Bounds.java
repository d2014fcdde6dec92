package org.crossborough.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * States how large a text, a number or a list can be wherever its service has not said anything
 * smaller. Nothing here is a new rule: each bound is one that something larger cannot pass today,
 * be it the door's, the format's or the type's ({@code docs/door.md}).
 */
final class Bounds {

  /** Of a request line; the door refuses a longer one, and so any longer part of it. */
  private static final int ADDRESS = 4000;

  /** Of all headers of a request together. */
  private static final int HEADERS = 16_384;

  /** Of the largest body that any operation takes, and so of every text that ever came in one. */
  private static final int BODY = 4_194_304;

  /** Of what the memory of a service can hold in one piece: a list, or an answer that is a file. */
  private static final int MEMORY = Integer.MAX_VALUE;

  private static final Map<String, Integer> HEADER_TEXTS = Map.of("Idempotency-Key", 255);

  /** What a value of the format takes up at most; a time may have nanoseconds and an offset. */
  private static final Map<String, Integer> FORMATS =
      Map.of("uuid", 36, "date", 10, "date-time", 64);

  private static final List<String> SCHEMA_LISTS =
      List.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final List<String> SCHEMAS = List.of("items", "additionalProperties", "not");

  private static final String MAX_LENGTH = "maxLength";
  private static final String MAX_ITEMS = "maxItems";
  private static final String MINIMUM = "minimum";
  private static final String MAXIMUM = "maximum";
  private static final String FORMAT = "format";
  private static final String INT32 = "int32";

  private Bounds() {}

  /** Completes a whole description. */
  static void state(ObjectNode document) {
    JsonNode schemas = document.path("components").path("schemas");
    Map<String, Integer> pages = new HashMap<>();
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path) {
        ofOperation(operation);
        largestPage(operation, pages);
      }
    }
    pages.forEach((name, most) -> {
      if (schemas.path(name).path("properties").path("items") instanceof ObjectNode items) {
        atMost(items, MAX_ITEMS, most);
      }
    });
    schemas.forEach(schema -> within(schema, BODY));
  }

  private static void ofOperation(JsonNode operation) {
    for (JsonNode parameter : operation.path("parameters")) {
      boolean header = parameter.path("in").asText().equals("header");
      int text = HEADER_TEXTS.getOrDefault(parameter.path("name").asText(), HEADERS);
      within(parameter.path("schema"), header ? text : ADDRESS);
    }
    ofContent(operation.path("requestBody"), BODY);
    operation.path("responses").forEach(response -> ofContent(response, MEMORY));
  }

  private static void ofContent(JsonNode message, int text) {
    for (JsonNode type : message.path("content")) {
      within(type.path("schema"), text);
    }
  }

  /** A page has at most as many items as may be asked for, by whichever operation gives it. */
  private static void largestPage(JsonNode operation, Map<String, Integer> pages) {
    JsonNode answer = operation.at("/responses/200/content/application~1json/schema/$ref");
    if (answer.isTextual()) {
      int most = MEMORY;
      for (JsonNode parameter : operation.path("parameters")) {
        if (parameter.path("name").asText().equals("limit")) {
          most = parameter.path("schema").path(MAXIMUM).asInt(MEMORY);
        }
      }
      String name = answer.asText().substring(answer.asText().lastIndexOf('/') + 1);
      pages.merge(name, most, Math::max);
    }
  }

  /** Completes a schema and those inside it; {@code text} bounds what has no format. */
  private static void within(JsonNode node, int text) {
    if (!(node instanceof ObjectNode schema) || schema.has("$ref")) {
      return;
    }
    switch (schema.path("type").asText()) {
      case "string" -> ofText(schema, text);
      case "integer" -> ofInteger(schema);
      case "array" -> atMost(schema, MAX_ITEMS, MEMORY);
      default -> {}
    }
    // What is inside a text's own bounds once is inside a body's ever after.
    int inner = Math.min(text, BODY);
    schema.path("properties").forEach(property -> within(property, inner));
    SCHEMAS.forEach(keyword -> within(schema.path(keyword), inner));
    SCHEMA_LISTS.forEach(
        keyword -> schema.path(keyword).forEach(alternative -> within(alternative, inner)));
  }

  private static void ofText(ObjectNode schema, int text) {
    if (!schema.has("enum") && !schema.has("const")) {
      atMost(schema, MAX_LENGTH, FORMATS.getOrDefault(schema.path(FORMAT).asText(), text));
    }
  }

  private static void ofInteger(ObjectNode schema) {
    if (!schema.has(FORMAT)) {
      schema.put(FORMAT, schema.path(MAXIMUM).canConvertToInt() ? INT32 : "int64");
    }
    boolean small = schema.path(FORMAT).asText().equals(INT32);
    if (!schema.has(MINIMUM) && !schema.has("exclusiveMinimum")) {
      schema.put(MINIMUM, small ? Integer.MIN_VALUE : Long.MIN_VALUE);
    }
    if (!schema.has(MAXIMUM) && !schema.has("exclusiveMaximum")) {
      schema.put(MAXIMUM, small ? Integer.MAX_VALUE : Long.MAX_VALUE);
    }
  }

  private static void atMost(ObjectNode schema, String keyword, int most) {
    if (!schema.has(keyword)) {
      schema.put(keyword, most);
    }
  }
}
