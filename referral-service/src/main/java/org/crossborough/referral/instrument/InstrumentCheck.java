package org.crossborough.referral.instrument;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossborough.referral.instrument.AnswerType.Choice;
import org.crossborough.referral.instrument.AnswerType.Option;
import org.crossborough.referral.instrument.AnswerType.Scale;
import org.crossborough.referral.instrument.Instrument.Item;
import org.crossborough.referral.instrument.Instrument.Rule;
import org.crossborough.referral.instrument.Instrument.Score;

/**
 * What must hold of a definition before anybody is screened with it: every name it uses is defined,
 * every rule can be decided, and every set of answers comes to exactly one outcome.
 */
final class InstrumentCheck {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  private final Instrument instrument;
  private final Map<String, Item> items;

  private InstrumentCheck(Instrument instrument) {
    this.instrument = instrument;
    this.items = instrument.itemsByCode();
  }

  /** What is wrong, in words for whoever wrote the definition. */
  static List<String> faults(Instrument instrument) {
    InstrumentCheck check = new InstrumentCheck(instrument);
    return Stream.of(check.heading(), check.questions(), check.scores(), check.rules())
        .flatMap(faults -> faults)
        .toList();
  }

  private Stream<String> heading() {
    return Stream.of(
            when(!CODE.matcher(instrument.code()).matches(), "code is not in capitals"),
            when(instrument.version() < 1, "versions begin with 1"),
            when(instrument.items().isEmpty(), "asks nothing"),
            when(items.size() < instrument.items().size(), "an item's code is used twice"),
            when(
                Stream.of(instrument.title(), instrument.source(), instrument.licence())
                    .anyMatch(String::isBlank),
                "title, source and licence must be given"))
        .flatMap(Optional::stream);
  }

  private Stream<String> questions() {
    return instrument.items().stream()
        .flatMap(item ->
            Stream.concat(item.answer().faults(), commonFault(item))
                .map(fault -> "item " + item.code() + " " + fault));
  }

  private static Stream<String> commonFault(Item item) {
    Optional<CommonItem> field = CommonItem.answeredIn(item.code());
    if (field.isPresent() != item.common()) {
      return Stream.of("is common if, and only if, a screening has a field of that name");
    }
    return field
        .filter(common -> !codes(item).equals(common.codes()))
        .map(_ -> "must offer the codes of the screening's field")
        .stream();
  }

  private static Set<String> codes(Item item) {
    return item.answer() instanceof Choice(List<Option> options)
        ? options.stream().map(Option::code).collect(Collectors.toSet())
        : Set.of();
  }

  private Stream<String> scores() {
    return instrument.scores().stream()
        .filter(score -> score.sumOf().isEmpty() || !score.sumOf().stream().allMatch(this::summed))
        .map(score -> "score " + score.code() + " sums what is not a required item on a scale");
  }

  private boolean summed(String code) {
    Item item = items.get(code);
    return item != null && item.required() && item.answer() instanceof Scale;
  }

  private Stream<String> rules() {
    List<Rule> rules = instrument.rules();
    Stream<String> order =
        IntStream.range(0, rules.size())
            .filter(i -> (rules.get(i).when() == null) != (i == rules.size() - 1))
            .mapToObj(_ -> "the last rule, and no other, is without a condition")
            .limit(1);
    Stream<String> conditions =
        rules.stream()
            .map(Rule::when)
            .filter(condition -> condition != null && !decidable(condition))
            .map(condition -> "a rule cannot be decided or never holds: " + condition);
    return Stream.concat(order, conditions);
  }

  private boolean decidable(Condition condition) {
    return switch (condition) {
      case Condition.AnyOf(List<String> of, Set<String> are) -> offered(of, are);
      case Condition.AllOf(List<String> of, Set<String> are) -> offered(of, are);
      case Condition.Threshold(String score, int atLeast) ->
          instrument.scores().stream()
              .filter(one -> one.code().equals(score))
              .anyMatch(one -> atLeast > lowest(one) && atLeast <= highest(one));
    };
  }

  private boolean offered(List<String> of, Set<String> are) {
    return !of.isEmpty()
        && !are.isEmpty()
        && of.stream()
            .allMatch(code -> items.containsKey(code) && codes(items.get(code)).containsAll(are));
  }

  private int lowest(Score score) {
    return score.sumOf().stream().mapToInt(code -> scale(code).from()).sum();
  }

  private int highest(Score score) {
    return score.sumOf().stream().mapToInt(code -> scale(code).to()).sum();
  }

  private Scale scale(String code) {
    Item item = items.get(code);
    return item != null && item.answer() instanceof Scale scale
        ? scale
        : new Scale(0, 0, List.of());
  }

  private static Optional<String> when(boolean fault, String text) {
    return fault ? Optional.of(text) : Optional.empty();
  }
}
