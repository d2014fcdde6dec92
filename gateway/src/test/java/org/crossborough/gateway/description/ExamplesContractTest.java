package org.crossborough.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every example of the description is what its own schema says (JSON Schema 2020-12). */
class ExamplesContractTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String DOCUMENT = "https://crossborough.example/openapi.json";

  private static JsonNode merged;
  private static SchemaRegistry schemas;

  private final List<String> contradictions = new ArrayList<>();
  private int examples;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream built =
        ExamplesContractTest.class.getResourceAsStream("/crossborough/openapi.json")) {
      merged = JSON.readTree(Objects.requireNonNull(built));
    }
    schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(Map.of(DOCUMENT, merged.toString())));
  }

  @Test
  void what_is_sent_and_answered_as_an_example_fits_its_schema() {
    each(merged.path("paths"), "#/paths");

    assertThat(contradictions).isEmpty();
    assertThat(examples).isGreaterThan(500);
  }

  @Test
  void an_example_of_a_type_is_of_that_type() {
    for (Map.Entry<String, JsonNode> schema :
        merged.path("components").path("schemas").properties()) {
      ofSchema(schema.getValue(), "#/components/schemas/" + schema.getKey());
    }

    assertThat(contradictions).isEmpty();
    assertThat(examples).isGreaterThan(100);
  }

  @Test
  void whatever_takes_a_body_shows_one() {
    List<String> without = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : merged.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        for (JsonNode type : method.getValue().path("requestBody").path("content")) {
          JsonNode named = type.path("schema").path("$ref");
          boolean shown =
              type.has("examples")
                  || type.has("example")
                  || (named.isTextual() && merged.at(named.asText().substring(1)).has("examples"));
          if (!shown) {
            without.add(method.getKey() + " " + path.getKey());
          }
        }
      }
    }

    assertThat(without).isEmpty();
  }

  @Test
  void whatever_answers_well_with_a_body_shows_one() {
    List<String> without = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : merged.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        for (Map.Entry<String, JsonNode> answer :
            method.getValue().path("responses").properties()) {
          for (JsonNode type : answer.getValue().path("content")) {
            if (answer.getKey().startsWith("2") && !type.has("examples") && !type.has("example")) {
              without.add("%s %s %s".formatted(method.getKey(), path.getKey(), answer.getKey()));
            }
          }
        }
      }
    }

    assertThat(without).isEmpty();
  }

  @Test
  void a_contradiction_is_found() {
    compare(JSON.createObjectNode().put("name", 7), "#/components/schemas/CancelRun", "x");

    assertThat(contradictions).isNotEmpty();
  }

  /** Parameters and bodies: whatever has examples beside a schema. */
  private void each(JsonNode node, String pointer) {
    if (node.has("schema")) {
      String schema = pointer + "/schema";
      if (node.has("example")) {
        compare(node.path("example"), schema, pointer);
      }
      for (Map.Entry<String, JsonNode> named : node.path("examples").properties()) {
        compare(named.getValue().path("value"), schema, pointer + " " + named.getKey());
      }
      ofSchema(node.path("schema"), schema);
      return;
    }
    for (Map.Entry<String, JsonNode> part : node.properties()) {
      each(part.getValue(), pointer + "/" + escaped(part.getKey()));
    }
    if (node.isArray()) {
      for (int place = 0; place < node.size(); place++) {
        each(node.get(place), pointer + "/" + place);
      }
    }
  }

  private void ofSchema(JsonNode schema, String pointer) {
    schema.path("examples").forEach(example -> compare(example, pointer, pointer));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      ofSchema(property.getValue(), pointer + "/properties/" + escaped(property.getKey()));
    }
    if (schema.has("items")) {
      ofSchema(schema.path("items"), pointer + "/items");
    }
  }

  private void compare(JsonNode example, String schema, String at) {
    examples++;
    ObjectNode there = JSON.createObjectNode().put("$ref", DOCUMENT + schema);
    schemas
        .getSchema(there)
        .validate(
            example, context -> context.executionConfig(how -> how.formatAssertionsEnabled(true)))
        .forEach(error -> contradictions.add(at + ": " + error));
  }

  /** As a part of a pointer in the fragment of a URI (RFC 6901, 6). */
  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
  }
}
