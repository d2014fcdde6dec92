package org.crossborough.referral.instrument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a question is answered: by one of several codes, or by a whole number on a scale. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(AnswerType.Choice.class),
  @JsonSubTypes.Type(AnswerType.Scale.class)
})
@Schema(
    name = "AnswerType",
    description = "Either options to choose one code from, or a scale of whole numbers.",
    // Not oneOf: no field of theirs is required here, so that another one's answer fits as well.
    anyOf = {AnswerType.Choice.class, AnswerType.Scale.class})
public sealed interface AnswerType {

  /** Whether a value, as it came in JSON, is an answer. */
  boolean takes(Object value);

  /** What is wrong with the definition. */
  Stream<String> faults();

  /** One code out of a list. */
  @Schema(name = "Choice")
  record Choice(List<Option> options) implements AnswerType {

    @Override
    public boolean takes(Object value) {
      return value instanceof String code
          && options.stream().anyMatch(option -> option.code.equals(code));
    }

    @Override
    public Stream<String> faults() {
      boolean distinct =
          new HashSet<>(options.stream().map(Option::code).toList()).size() == options.size();
      return options.size() >= 2 && distinct
          ? Stream.empty()
          : Stream.of("needs two or more options of different codes");
    }
  }

  /** A code with what a screener reads beside it. */
  @Schema(name = "InstrumentOption")
  record Option(String code, String label) {}

  /** A whole number, with a label for each from the lowest to the highest. */
  @Schema(name = "Scale")
  record Scale(int from, int to, List<String> labels) implements AnswerType {

    @Override
    public boolean takes(Object value) {
      return value instanceof Integer number && number >= from && number <= to;
    }

    @Override
    public Stream<String> faults() {
      return to > from && labels.size() == to - from + 1
          ? Stream.empty()
          : Stream.of("needs a label for every number of its scale");
    }
  }
}
