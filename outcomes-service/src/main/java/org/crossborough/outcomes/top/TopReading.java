package org.crossborough.outcomes.top;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.outcomes.pairing.Measure;
import org.crossborough.outcomes.pairing.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was understood.
 *
 * @param answers only those that say something; what is not there was not answered
 */
record TopReading(
    Stage stage,
    LocalDate interviewedOn,
    FormVersion formVersion,
    Map<Substance, TopAnswer> answers,
    @Nullable Integer psychologicalHealth,
    @Nullable Integer physicalHealth,
    @Nullable Integer qualityOfLife,
    List<Violation> violations) {

  /** Reads a form on a day; nothing may be used of one with violations. */
  static TopReading of(TopForm form, LocalDate today) {
    WholeNumbers numbers = new WholeNumbers();
    if (form.interviewDate().isAfter(today)) {
      numbers.refuse("interviewDate", "IN_THE_FUTURE", "must not be in the future");
    }
    Map<Substance, TopAnswer> answers = answers(form, numbers);
    int highest = Measure.HIGHEST_RATING;
    return new TopReading(
        form.stage(),
        form.interviewDate(),
        form.formVersion(),
        answers,
        numbers.read("psychologicalHealth", form.psychologicalHealth(), highest),
        numbers.read("physicalHealth", form.physicalHealth(), highest),
        numbers.read("qualityOfLife", form.qualityOfLife(), highest),
        numbers.violations());
  }

  StageOrder.Dated dated() {
    return new StageOrder.Dated(stage, interviewedOn);
  }

  private static Map<Substance, TopAnswer> answers(TopForm form, WholeNumbers numbers) {
    Map<Substance, TopAnswer> answers = new EnumMap<>(Substance.class);
    form.substances()
        .given()
        .forEach((substance, days) -> {
          TopAnswer answer = new DaysReading(substance, numbers).read(days);
          if (answer.isBlank()) {
            return;
          }
          if (!form.formVersion().asksAbout(substance)) {
            numbers.refuse("substances." + substance.field(), "NOT_ASKED", "is not on this form");
          }
          answers.put(substance, answer);
        });
    return answers;
  }
}
