package org.crossborough.referral.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.crossborough.referral.instrument.AnswerType.Choice;
import org.crossborough.referral.instrument.AnswerType.Option;
import org.crossborough.referral.instrument.AnswerType.Scale;
import org.crossborough.referral.instrument.Instrument.Reading;
import org.crossborough.referral.instrument.InstrumentFiles.Definition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedInstrumentsTest {

  private static final List<Instrument> SHIPPED =
      InstrumentFiles.shipped().stream().map(Definition::instrument).toList();

  /** Answers to an instrument: right ones, wrong ones, some missing, some to what is not asked. */
  record Answered(Instrument instrument, Map<String, Object> answers) {}

  @Test
  void every_file_of_the_folder_is_in_the_index() throws IOException {
    Path folder = Path.of("src/main/resources/screening-instruments");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(Files.readAllLines(folder.resolve("index.txt")))
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".json"))
                  .toList());
    }
  }

  @Test
  void what_is_shipped_says_that_it_is_for_demonstration() {
    assertThat(SHIPPED).isNotEmpty().allMatch(Instrument::demo);
  }

  @ParameterizedTest(name = "{0} + {1} + {2} = {3}: {4}")
  @CsvSource({
    "0, 0, 0, 0, NEGATIVE",
    "4, 0, 0, 4, NEGATIVE",
    "1, 2, 1, 4, NEGATIVE",
    "4, 1, 0, 5, POSITIVE",
    "2, 2, 1, 5, POSITIVE",
    "0, 1, 4, 5, POSITIVE",
    "3, 3, 3, 9, POSITIVE",
    "4, 4, 4, 12, POSITIVE"
  })
  void audit_c_adds_three_items_and_is_positive_from_five(
      int frequency, int quantity, int heavyDays, int total, Outcome outcome) {
    Reading reading =
        of("AUDIT_C", 1)
            .read(Map.of("frequency", frequency, "quantity", quantity, "heavyDays", heavyDays));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.scores()).containsExactly(Map.entry("total", total));
    assertThat(reading.outcome()).isEqualTo(outcome);
  }

  @Property(tries = 2000)
  void any_answers_come_to_exactly_one_outcome_or_to_a_clear_refusal(
      @ForAll("anyAnswers") Answered answered) {
    Reading reading = answered.instrument.read(answered.answers);

    boolean hasRules = !answered.instrument.rules().isEmpty();
    boolean understood = reading.faults().isEmpty();
    assertThat(reading.outcome() != null).isEqualTo(hasRules && understood);
    if (understood && !reading.open().isEmpty() && hasRules) {
      assertThat(reading.outcome()).isEqualTo(Outcome.INCOMPLETE);
    }
    answered.answers.forEach((item, value) -> {
      boolean taken =
          answered.instrument.item(item).map(asked -> asked.answer().takes(value)).orElse(false);
      assertThat(reading.faults().stream().anyMatch(fault -> fault.field().equals(item)))
          .as("%s=%s", item, value)
          .isEqualTo(!taken);
    });
  }

  @Property
  void one_yes_of_the_last_12_months_makes_the_full_questionnaire_positive(
      @ForAll("fullyAnswered") Answered answered) {
    boolean disclosed =
        answered.answers.entrySet().stream()
            .anyMatch(entry -> entry.getKey().endsWith("12m") && entry.getValue().equals("YES"));

    assertThat(answered.instrument.read(answered.answers).outcome() == Outcome.POSITIVE)
        .isEqualTo(disclosed);
  }

  @Provide
  Arbitrary<Answered> anyAnswers() {
    return Arbitraries.of(SHIPPED)
        .flatMap(instrument ->
            answers(instrument, true).map(answers -> new Answered(instrument, answers)));
  }

  @Provide
  Arbitrary<Answered> fullyAnswered() {
    Instrument instrument = of("DEMO_PERPETRATION", 2);
    return answers(instrument, false).map(answers -> new Answered(instrument, answers));
  }

  private static Arbitrary<Map<String, Object>> answers(Instrument instrument, boolean faulty) {
    Arbitrary<Map<String, Object>> all = Arbitraries.just(Map.of());
    for (Instrument.Item item : instrument.items()) {
      Arbitrary<Object> right = right(item.answer());
      Arbitrary<Object> wrong =
          Arbitraries.of("MAYBE", "", "yes", 5, -1, 1.0, true, List.of("YES"), Map.of());
      Arbitrary<Object> answer =
          faulty
              ? Arbitraries.frequencyOf(
                  Tuple.of(20, right), Tuple.of(1, wrong), Tuple.of(1, Arbitraries.just(MISSING)))
              : right;
      all =
          all.flatMap(answers ->
              answer.map(value -> value == MISSING ? answers : with(answers, item.code(), value)));
    }
    return faulty
        ? all.flatMap(answers ->
            Arbitraries.of(false, false, false, true)
                .map(extra -> extra ? with(answers, "notAsked", "YES") : answers))
        : all;
  }

  private static final Object MISSING = new Object();

  private static Map<String, Object> with(Map<String, Object> answers, String item, Object value) {
    Map<String, Object> more = new HashMap<>(answers);
    more.put(item, value);
    return more;
  }

  private static Arbitrary<Object> right(AnswerType type) {
    return switch (type) {
      case Choice(List<Option> options) ->
          Arbitraries.of(options).map(Option::code).map(code -> code);
      case Scale(int from, int to, List<String> _) ->
          Arbitraries.integers().between(from, to).map(number -> number);
    };
  }

  private static Instrument of(String code, int version) {
    return SHIPPED.stream()
        .filter(one -> one.code().equals(code) && one.version() == version)
        .findFirst()
        .orElseThrow();
  }
}
