package org.crossborough.referral.instrument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a rule applies. These three forms are all there are; a form more is a reviewed change. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(Condition.AnyOf.class),
  @JsonSubTypes.Type(Condition.AllOf.class),
  @JsonSubTypes.Type(Condition.Threshold.class)
})
@Schema(
    name = "Condition",
    description = "Any of several items is answered so, all of them are, or a score is reached.",
    // Not oneOf: no field of theirs is required here, so that another one's answer fits as well.
    anyOf = {Condition.AnyOf.class, Condition.AllOf.class, Condition.Threshold.class})
public sealed interface Condition {

  /** Whether it holds; an item without an answer is answered nothing. */
  boolean holds(Map<String, Object> answers, Map<String, Integer> scores);

  /** At least one of the items is answered by one of the codes. */
  @Schema(name = "AnyOf")
  record AnyOf(List<String> anyOf, Set<String> are) implements Condition {
    @Override
    public boolean holds(Map<String, Object> answers, Map<String, Integer> scores) {
      return anyOf.stream()
          .map(answers::get)
          .anyMatch(value -> value != null && are.contains(value));
    }
  }

  /** Each of the items is answered by one of the codes. */
  @Schema(name = "AllOf")
  record AllOf(List<String> allOf, Set<String> are) implements Condition {
    @Override
    public boolean holds(Map<String, Object> answers, Map<String, Integer> scores) {
      return allOf.stream()
          .map(answers::get)
          .allMatch(value -> value != null && are.contains(value));
    }
  }

  /** A score is reached or exceeded. */
  @Schema(name = "Threshold")
  record Threshold(String score, int atLeast) implements Condition {
    @Override
    public boolean holds(Map<String, Object> answers, Map<String, Integer> scores) {
      Integer reached = scores.get(score);
      return reached != null && reached >= atLeast;
    }
  }
}
