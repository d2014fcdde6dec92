package org.crossborough.referral.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefiningAnInstrumentTest {

  private static final String SOUND =
      """
      {"code":"TRY","version":1,"title":"Try","purpose":"SUBSTANCE_SEVERITY","demo":true,
       "source":"Own","licence":"Own",
       "items":[
         {"code":"often","text":"How often?","common":false,"required":true,
          "answer":{"from":0,"to":2,"labels":["no","some","much"]}},
         {"code":"asks","text":"Does he ask?","common":false,"required":false,
          "answer":{"options":[{"code":"YES","label":"yes"},{"code":"NO","label":"no"}]}}],
       "scores":[{"code":"total","sumOf":["often"]}],
       "rules":[{"outcome":"POSITIVE","when":{"score":"total","atLeast":2}},
         {"outcome":"POSITIVE","when":{"anyOf":["asks"],"are":["YES"]}},
         {"outcome":"NEGATIVE","when":null}]}
      """;

  @Test
  void a_sound_definition_is_taken() {
    assertThat(InstrumentFiles.parse("try.json", SOUND).instrument().code()).isEqualTo("TRY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"code\":\"TRY\" | \"code\":\"try\" | capitals",
        "\"version\":1 | \"version\":0 | begin with 1",
        "\"title\":\"Try\" | \"title\":\" \" | must be given",
        "\"title\":\"Try\", | `` | title",
        "\"purpose\":\"SUBSTANCE_SEVERITY\" | \"purpose\":\"OTHER\" | OTHER",
        "\"demo\":true | \"demo\":1 | boolean",
        "\"demo\":true | \"demo\":true,\"script\":\"x\" | script",
        "\"code\":\"asks\" | \"code\":\"often\" | used twice",
        "\"code\":\"asks\" | \"code\":\"disclosedEver\" | is common if, and only if",
        "\"required\":false | \"required\":false,\"hint\":\"x\" | hint",
        "\"labels\":[\"no\",\"some\",\"much\"] | \"labels\":[\"no\"] | a label for every number",
        "{\"code\":\"NO\",\"label\":\"no\"} | {\"code\":\"YES\",\"label\":\"no\"} | different codes",
        "\"sumOf\":[\"often\"] | \"sumOf\":[\"asks\"] | not a required item on a scale",
        "\"sumOf\":[\"often\"] | \"sumOf\":[] | not a required item on a scale",
        "\"atLeast\":2 | \"atLeast\":3 | never holds",
        "\"atLeast\":2 | \"atLeast\":0 | never holds",
        "\"score\":\"total\" | \"score\":\"sum\" | never holds",
        "\"anyOf\":[\"asks\"] | \"anyOf\":[\"knows\"] | never holds",
        "\"are\":[\"YES\"] | \"are\":[\"MAYBE\"] | never holds",
        "\"are\":[\"YES\"] | \"are\":[\"YES\"],\"not\":[] | not",
        "{\"outcome\":\"NEGATIVE\",\"when\":null} | {\"outcome\":\"NEGATIVE\",\"when\":{\"score\":\"total\",\"atLeast\":1}} | the last rule",
        "{\"anyOf\":[\"asks\"],\"are\":[\"YES\"]} | null | the last rule"
      })
  void a_definition_that_cannot_be_decided_is_refused_saying_why(
      String part, String change, String why) {
    String broken = SOUND.replace(part, change == null ? "" : change);
    assertThat(broken).isNotEqualTo(SOUND);

    assertThatThrownBy(() -> InstrumentFiles.parse("try.json", broken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Screening instrument try.json: ")
        .hasMessageContaining(why);
  }

  @Test
  void the_checksum_is_of_the_content_and_not_of_its_layout() {
    String checksum = InstrumentFiles.parse("try.json", SOUND).checksum();

    assertThat(InstrumentFiles.parse("a", SOUND.replace("\n", "\r\n ")).checksum())
        .isEqualTo(checksum);
    assertThat(
            InstrumentFiles.parse(
                    "a",
                    SOUND.replace(
                        "\"code\":\"TRY\",\"version\":1", "\"version\":1,\"code\":\"TRY\""))
                .checksum())
        .isEqualTo(checksum);
    assertThat(InstrumentFiles.parse("a", SOUND.replace("How often?", "How much?")).checksum())
        .isNotEqualTo(checksum);
  }
}
