package org.crossborough.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API as it is, against the API as it was promised in {@code docs/openapi.json}. */
class PromisedApiTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path PROMISE =
      Path.of(System.getProperty("crossborough.root", "..")).resolve("docs/openapi.json");

  private static final String DESCRIPTION =
      """
      {"paths": {"/v1/things": {
         "get": {"parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}],
           "responses": {"200": {"content": {"application/json": {"schema":
             {"$ref": "#/components/schemas/Thing"}}}}}},
         "post": {"requestBody": {"content": {"application/json": {"schema":
             {"type": "object", "properties": {"kind": {"type": "string", "enum": ["A", "B"]},
              "note": {"type": "string"}}, "required": ["kind"]}}}},
           "responses": {"201": {"description": "Made"}}}}},
       "components": {"schemas": {"Thing": {"type": "object",
         "properties": {"id": {"type": "string", "format": "uuid"}, "size": {"type": "integer"}},
         "required": ["id"]}}}}
      """;

  @Test
  void nothing_that_was_promised_is_broken() throws IOException {
    JsonNode current = built();
    if (Boolean.getBoolean("crossborough.openapi.update") || Files.notExists(PROMISE)) {
      Files.writeString(PROMISE, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(current));
    }

    assertThat(BreakingChanges.between(JSON.readTree(PROMISE.toFile()), current))
        .as("additive only; what must break is a new version, or a promise taken back on purpose")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"/v1/things\"|\"/v1/stuff\"|GET /v1/things is gone",
        "\"post\"|\"patch\"|POST /v1/things is gone",
        "\"201\"|\"202\"|POST /v1/things answers 201 no more",
        "\"A\", \"B\"|\"A\"|POST /v1/things body.kind is refused when B",
        "[\"kind\"]|[\"kind\", \"note\"]|POST /v1/things body.note is now needed",
        "\"size\"|\"length\"|GET /v1/things 200.size is gone",
        "[\"id\"]|[]|GET /v1/things 200.id may now be absent",
        "\"uuid\"|\"int\"|GET /v1/things 200.id: \"string\" uuid is now \"string\" int",
        "\"limit\"|\"max\"|GET /v1/things parameter limit is gone",
        "\"in\": \"query\"|\"in\": \"query\", \"required\": true|GET /v1/things needs limit"
      })
  void a_break_is_found(String what, String becomes, String finding) throws IOException {
    JsonNode before = JSON.readTree(DESCRIPTION);
    JsonNode after = JSON.readTree(DESCRIPTION.replace(what, becomes));

    assertThat(after).isNotEqualTo(before);
    assertThat(BreakingChanges.between(before, after)).contains(finding);
  }

  @Test
  void what_is_added_breaks_nothing() throws IOException {
    JsonNode before = JSON.readTree(DESCRIPTION);
    JsonNode after =
        JSON.readTree(
            DESCRIPTION
                .replace("\"A\", \"B\"", "\"A\", \"B\", \"C\"")
                .replace("\"size\":", "\"colour\": {\"type\": \"string\"}, \"size\":")
                .replace("\"components\"", "\"x\": 1, \"components\""));

    assertThat(after).isNotEqualTo(before);
    assertThat(BreakingChanges.between(before, after)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"note\": {\"type\": \"string\"}|\"note\": {\"description\": \"Anything\"}",
        "{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 9}|{\"type\": \"integer\","
            + " \"format\": \"int32\", \"minimum\": 1, \"maximum\": 9}"
      })
  void what_is_taken_more_freely_or_said_more_exactly_breaks_nothing(String what, String becomes)
      throws IOException {
    String bounded =
        DESCRIPTION.replace(
            "\"schema\": {\"type\": \"integer\"}",
            "\"schema\": {\"type\": \"integer\", \"minimum\": 1, \"maximum\": 9}");
    JsonNode before = JSON.readTree(bounded);
    JsonNode after = JSON.readTree(bounded.replace(what, becomes));

    assertThat(after).isNotEqualTo(before);
    assertThat(BreakingChanges.between(before, after)).isEmpty();
  }

  @Test
  void what_is_answered_less_exactly_is_a_break() throws IOException {
    String size = "\"size\": {\"type\": \"integer\"}";
    JsonNode before = JSON.readTree(DESCRIPTION);
    JsonNode after = JSON.readTree(DESCRIPTION.replace(size, "\"size\": {}"));

    assertThat(BreakingChanges.between(before, after)).hasSize(1);
  }

  private static JsonNode built() throws IOException {
    try (InputStream description =
        PromisedApiTest.class.getResourceAsStream("/crossborough/openapi.json")) {
      return JSON.readTree(Objects.requireNonNull(description));
    }
  }
}
