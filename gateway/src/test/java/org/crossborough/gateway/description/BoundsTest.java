package org.crossborough.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How large what is described can be. */
class BoundsTest {

  private static final ObjectNode DOCUMENT =
      YamlDocument.parse(
          """
          paths:
            /v1/things:
              get:
                parameters:
                  - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 50}}
                  - {name: word, in: query, schema: {type: string}}
                  - {name: If-Match, in: header, schema: {type: string}}
                  - {name: Idempotency-Key, in: header, schema: {type: string}}
                responses:
                  "200":
                    content:
                      application/json: {schema: {$ref: "#/components/schemas/ThingPage"}}
                      text/csv: {schema: {type: string}}
          components:
            schemas:
              ThingPage:
                type: object
                properties:
                  items: {type: array, items: {$ref: "#/components/schemas/Thing"}}
                  next: {type: string}
              Thing:
                type: object
                properties:
                  id: {type: string, format: uuid}
                  at: {type: string, format: date-time}
                  kind: {type: string, enum: [A, B]}
                  note: {type: string, maxLength: 500}
                  type: {type: integer, format: int32, minimum: 0}
                  version: {type: integer, format: int64}
                  tags: {type: array, items: {type: string}}
                  some: {type: array, maxItems: 3, items: {type: string, maxLength: 1}}
          """);

  @BeforeAll
  static void state() {
    Bounds.state(DOCUMENT);
  }

  private static JsonNode parameter(int place) {
    return DOCUMENT.at("/paths/~1v1~1things/get/parameters/" + place + "/schema");
  }

  private static JsonNode thing(String property) {
    return DOCUMENT.at("/components/schemas/Thing/properties/" + property);
  }

  @Test
  void a_parameter_is_no_longer_than_what_carries_it() {
    assertThat(parameter(1).path("maxLength").asInt()).isEqualTo(4000);
    assertThat(parameter(2).path("maxLength").asInt()).isEqualTo(16_384);
    assertThat(parameter(3).path("maxLength").asInt()).isEqualTo(255);
  }

  @Test
  void a_text_is_no_longer_than_its_format_or_the_body_it_came_in() {
    assertThat(thing("id").path("maxLength").asInt()).isEqualTo(36);
    assertThat(thing("at").path("maxLength").asInt()).isEqualTo(64);
    assertThat(thing("tags").at("/items/maxLength").asInt()).isEqualTo(4_194_304);
    assertThat(thing("kind").has("maxLength")).isFalse();
  }

  @Test
  void what_its_service_has_said_stays() {
    assertThat(thing("note").path("maxLength").asInt()).isEqualTo(500);
    assertThat(thing("some").path("maxItems").asInt()).isEqualTo(3);
    assertThat(thing("some").at("/items/maxLength").asInt()).isEqualTo(1);
    assertThat(thing("type").path("minimum").asInt()).isZero();
    assertThat(parameter(0).path("maximum").asInt()).isEqualTo(50);
  }

  @Test
  void a_number_is_of_its_type() {
    assertThat(parameter(0).path("format").asText()).isEqualTo("int32");
    assertThat(thing("type").path("maximum").asLong()).isEqualTo(Integer.MAX_VALUE);
    assertThat(thing("version").path("minimum").asLong()).isEqualTo(Long.MIN_VALUE);
    assertThat(thing("version").path("maximum").asLong()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void a_page_is_no_longer_than_may_be_asked_for() {
    JsonNode page = DOCUMENT.at("/components/schemas/ThingPage/properties");

    assertThat(page.at("/items/maxItems").asInt()).isEqualTo(50);
    assertThat(thing("tags").path("maxItems").asInt()).isEqualTo(Integer.MAX_VALUE);
  }
}
