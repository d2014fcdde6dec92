package org.crossborough.outcomes.top;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.outcomes.pairing.Stage;
import org.crossborough.outcomes.top.StageOrder.Dated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageOrderTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-02");

  /** Whether a record of the first stage may lie a day before, on, and a day after the second. */
  @ParameterizedTest
  @CsvSource({
    "START,START,no,no,no",
    "START,REVIEW,yes,no,no",
    "START,EXIT,yes,yes,no",
    "START,POST_TREATMENT_EXIT,yes,no,no",
    "REVIEW,START,no,no,yes",
    "REVIEW,REVIEW,yes,yes,yes",
    "REVIEW,EXIT,yes,yes,no",
    "REVIEW,POST_TREATMENT_EXIT,yes,no,no",
    "EXIT,START,no,yes,yes",
    "EXIT,REVIEW,no,yes,yes",
    "EXIT,EXIT,yes,yes,yes",
    "EXIT,POST_TREATMENT_EXIT,yes,no,no",
    "POST_TREATMENT_EXIT,START,no,no,yes",
    "POST_TREATMENT_EXIT,REVIEW,no,no,yes",
    "POST_TREATMENT_EXIT,EXIT,no,no,yes",
    "POST_TREATMENT_EXIT,POST_TREATMENT_EXIT,yes,yes,yes"
  })
  void every_two_stages_have_their_order(
      Stage added, Stage known, String before, String on, String after) {
    assertThat(accepted(added, DAY.minusDays(1), known)).isEqualTo(before);
    assertThat(accepted(added, DAY, known)).isEqualTo(on);
    assertThat(accepted(added, DAY.plusDays(1), known)).isEqualTo(after);
  }

  @Test
  void each_reason_is_given_once_with_its_field() {
    List<Dated> known =
        List.of(
            new Dated(Stage.START, DAY),
            new Dated(Stage.REVIEW, DAY.minusDays(9)),
            new Dated(Stage.REVIEW, DAY.minusDays(8)));

    assertThat(StageOrder.violations(new Dated(Stage.START, DAY), known))
        .extracting(Violation::field)
        .containsExactly("stage", "interviewDate");
  }

  private static String accepted(Stage added, LocalDate on, Stage known) {
    boolean accepted =
        StageOrder.violations(new Dated(added, on), List.of(new Dated(known, DAY))).isEmpty();
    return accepted ? "yes" : "no";
  }
}
