package org.crossborough.outcomes.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.outcomes.pairing.MeasureFixture.aMeasure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PairingPropertiesTest {

  private static final PairingWindows WINDOWS = new PairingWindows(28, 14, 14, 42);
  private static final LocalDate FIRST = LocalDate.parse("2026-02-02");
  private static final LocalDate END = LocalDate.parse("2026-03-06");

  @Property
  void the_order_in_which_tops_came_in_makes_no_difference(
      @ForAll("tops") List<Measure> tops, @ForAll Random disorder) {
    List<Measure> shuffled = new ArrayList<>(tops);
    Collections.shuffle(shuffled, disorder);

    assertThat(WINDOWS.pair(shuffled, FIRST, END)).isEqualTo(WINDOWS.pair(tops, FIRST, END));
  }

  @Property
  void a_pair_runs_forward_and_both_halves_lie_in_their_windows(
      @ForAll("tops") List<Measure> tops) {
    Pair pair = WINDOWS.pair(tops, FIRST, END);

    if (pair != null) {
      assertThat(pair.start().interviewedOn()).isBefore(pair.later().interviewedOn());
      assertThat(pair.start().interviewedOn()).isBetween(FIRST.minusDays(28), FIRST.plusDays(14));
      assertThat(pair.later().interviewedOn()).isBetween(END.minusDays(14), END.plusDays(42));
    }
  }

  @Provide
  Arbitrary<List<Measure>> tops() {
    return Combinators.combine(
            Arbitraries.of(Stage.class),
            Arbitraries.integers().between(-40, 90),
            Arbitraries.integers().between(0, 20))
        .as((stage, day, life) ->
            aMeasure(stage, FIRST.plusDays(day).toString()).rating(life).build())
        .list()
        .ofMaxSize(8);
  }
}
