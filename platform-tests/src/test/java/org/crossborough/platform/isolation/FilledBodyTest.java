package org.crossborough.platform.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class FilledBodyTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void every_free_text_is_filled_and_all_else_is_as_in_the_example()
      throws JsonProcessingException {
    JsonNode schema =
        JSON.readTree(
            """
            {"type":"object","properties":{
              "reasonCode":{"type":"string","pattern":"[A-Z]{3}"},
              "channel":{"type":"string","enum":["PHONE","SMS"]},
              "note":{"type":["string","null"]},
              "minutes":{"type":"integer","minimum":5},
              "urgent":{"type":"boolean"},
              "on":{"type":"string","format":"date"},
              "steps":{"type":"array","items":{"type":"object","properties":{"what":{"type":"string"}}}}}}
            """);
    JsonNode example = JSON.readTree("{\"reasonCode\":\"ABC\",\"channel\":\"SMS\",\"note\":\"x\"}");

    JsonNode filled = new FilledBody("word of "::concat).of("body", schema, example);

    assertThat(filled)
        .isEqualTo(
            JSON.readTree(
                """
                {"reasonCode":"ABC","channel":"SMS","note":"word of note","minutes":5,"urgent":true,
                 "on":"2026-01-14","steps":[{"what":"word of what"}]}
                """));
  }
}
