package org.crossborough.outcomes.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.outcomes.pairing.MeasureFixture.aMeasure;

import org.crossborough.outcomes.pairing.Pair.Change;
import org.junit.jupiter.api.Test;

class PairTest {

  private final MeasureFixture start = aMeasure(Stage.START, "2026-03-01");
  private final MeasureFixture exit = aMeasure(Stage.EXIT, "2026-06-01");

  @Test
  void only_substances_answered_both_times_are_compared() {
    Pair pair =
        new Pair(
            start.using("alcohol", 12).using("crack", 4).build(),
            exit.using("alcohol", 10).using("cannabis", 28).build());

    assertThat(pair.use()).isEqualTo(new Change(12, 10));
  }

  @Test
  void zero_is_an_answer() {
    Pair pair = new Pair(start.using("opiates", 0).build(), exit.using("opiates", 0).build());

    assertThat(pair.use()).isEqualTo(new Change(0, 0));
  }

  @Test
  void without_a_common_answer_there_is_no_change() {
    Pair pair = new Pair(start.using("crack", 4).rating(8).build(), exit.build());

    assertThat(pair.use()).isNull();
    assertThat(pair.qualityOfLife()).isNull();
  }

  @Test
  void ratings_are_compared_as_they_are() {
    Pair pair = new Pair(start.rating(10).build(), exit.rating(14).build());

    assertThat(pair.qualityOfLife()).isEqualTo(new Change(10, 14));
  }
}
