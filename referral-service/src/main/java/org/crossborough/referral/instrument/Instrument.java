package org.crossborough.referral.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crossborough.chassis.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version of a questionnaire: what is asked, which answers count, and what they come to.
 *
 * @param demo whether the wording is ours and not validated; such an instrument is for trying out
 * @param source where questions and thresholds come from
 * @param licence on which terms the wording may be used
 * @param rules tried in order, the last one without a condition; none when it has no outcome
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ScreeningInstrument")
public record Instrument(
    String code,
    int version,
    String title,
    Purpose purpose,
    boolean demo,
    String source,
    String licence,
    List<Item> items,
    List<Score> scores,
    List<Rule> rules) {

  /** What an instrument is for. */
  @Schema(name = "InstrumentPurpose")
  public enum Purpose {
    /** Finds violence and abuse towards a partner; every screening is made on one. */
    PERPETRATION,
    /** Says how severe alcohol or drug use is; may accompany a screening. */
    SUBSTANCE_SEVERITY
  }

  /**
   * A question.
   *
   * @param common whether it is answered in the screening's own field of that name
   */
  @Schema(name = "InstrumentItem")
  public record Item(
      String code, String text, boolean common, boolean required, AnswerType answer) {}

  /** A sum over items that are answered on scales. */
  @Schema(name = "InstrumentScore")
  public record Score(String code, List<String> sumOf) {}

  /** The outcome when a condition holds; always, when it has none. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "InstrumentRule")
  public record Rule(Outcome outcome, @Nullable Condition when) {}

  /**
   * What answers come to.
   *
   * @param faults answers that the instrument does not take
   * @param open required items without an answer
   * @param scores by their codes; those alone whose items are all answered
   * @param outcome absent when there are faults, or when the instrument defines none
   */
  @Schema(name = "InstrumentReading")
  public record Reading(
      List<Violation> faults,
      List<String> open,
      Map<String, Integer> scores,
      @Nullable Outcome outcome) {}

  /** Reads answers by item code: texts for choices, whole numbers for scales. */
  public Reading read(Map<String, Object> answers) {
    List<Violation> faults =
        answers.entrySet().stream().map(this::fault).flatMap(Optional::stream).toList();
    List<String> open =
        items.stream()
            .filter(item -> item.required && !answers.containsKey(item.code))
            .map(Item::code)
            .toList();
    if (!faults.isEmpty()) {
      return new Reading(faults, open, Map.of(), null);
    }
    Map<String, Integer> sums = sums(answers);
    return new Reading(faults, open, sums, open.isEmpty() ? outcome(answers, sums) : left());
  }

  /** The item of a code, if it asks that. */
  public Optional<Item> item(String itemCode) {
    return items.stream().filter(item -> item.code.equals(itemCode)).findFirst();
  }

  private @Nullable Outcome left() {
    return rules.isEmpty() ? null : Outcome.INCOMPLETE;
  }

  private Optional<Violation> fault(Map.Entry<String, Object> answer) {
    Optional<Item> item = item(answer.getKey());
    if (item.isEmpty()) {
      return Optional.of(violation(answer.getKey(), "UNKNOWN_ITEM", "is not asked"));
    }
    return item.filter(asked -> !asked.answer.takes(answer.getValue()))
        .map(asked -> violation(asked.code, "UNKNOWN_ANSWER", "is no answer to this item"));
  }

  private static Violation violation(String item, String code, String message) {
    return new Violation(item, code, message);
  }

  private Map<String, Integer> sums(Map<String, Object> answers) {
    Map<String, Integer> sums = new TreeMap<>();
    for (Score score : scores) {
      if (answers.keySet().containsAll(score.sumOf)) {
        sums.put(score.code, score.sumOf.stream().mapToInt(i -> number(answers.get(i))).sum());
      }
    }
    return sums;
  }

  private static int number(@Nullable Object value) {
    return value instanceof Integer number ? number : 0;
  }

  private @Nullable Outcome outcome(Map<String, Object> answers, Map<String, Integer> sums) {
    return rules.stream()
        .filter(rule -> rule.when == null || rule.when.holds(answers, sums))
        .map(Rule::outcome)
        .findFirst()
        .orElse(null);
  }

  /** The items by their codes. */
  Map<String, Item> itemsByCode() {
    return items.stream()
        .collect(Collectors.toMap(Item::code, item -> item, (a, _) -> a, HashMap::new));
  }
}
