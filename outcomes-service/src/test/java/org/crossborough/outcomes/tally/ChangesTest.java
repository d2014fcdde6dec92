package org.crossborough.outcomes.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crossborough.outcomes.tally.Changes.Step;
import org.junit.jupiter.api.Test;

class ChangesTest {

  /** One man's number before and after. */
  record Two(int before, int after) {}

  private static final Changes USE =
      changes(
          TopFix1.MEN.stream()
              .map(man -> new Two(sum(man.startDays()), sum(man.laterDays())))
              .toList());
  private static final Changes LIFE =
      changes(TopFix1.MEN.stream().map(man -> new Two(man.startLife(), man.laterLife())).toList());

  @Test
  void the_fixture_of_six_used_29_per_cent_less_and_24_4_as_a_mean_of_men() {
    assertThat(USE.fall(Method.RATIO_OF_SUMS)).isEqualTo(new Figure.SumRatio(6, 29, 100));
    assertThat(oneDecimal(USE.fall(Method.RATIO_OF_SUMS))).isEqualTo("29.0");
    assertThat(oneDecimal(USE.fall(Method.MEAN_OF_INDIVIDUAL))).isEqualTo("24.4");
    assertThat(USE.fall(Method.MEAN_OF_INDIVIDUAL).behind()).isEqualTo(5);
    assertThat(oneDecimal(USE.fall(Method.DAY_DIFFERENCE))).isEqualTo("-4.8");
  }

  @Test
  void the_fixture_of_six_rated_life_40_per_cent_better_which_is_20_points_of_the_scale() {
    assertThat(LIFE.rise(Method.RATIO_OF_SUMS)).isEqualTo(new Figure.SumRatio(6, 24, 60));
    assertThat(LIFE.rise(Method.SCALE_POINTS)).isEqualTo(new Figure.SumRatio(6, 24, 120));
    assertThat(LIFE.rise(Method.SHARE_IMPROVED)).isEqualTo(new Figure.Share(6, 6));
    assertThat(oneDecimal(LIFE.rise(Method.SCALE_POINTS))).isEqualTo("20.0");
  }

  @Test
  void a_method_that_needs_other_rows_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> USE.fall(Method.ANY_USE_DAYS));
    assertThatIllegalArgumentException().isThrownBy(() -> LIFE.rise(Method.UNPAIRED_MEANS));
  }

  @Test
  void who_did_not_use_before_is_in_no_share_of_those_who_did() {
    Changes changes = changes(List.of(new Two(0, 9), new Two(5, 0), new Two(5, 5)));

    assertThat(changes.abstinent()).isEqualTo(new Figure.Share(1, 2));
    assertThat(changes.initiated()).isEqualTo(new Figure.Count(1));
  }

  @Property
  void a_rise_is_a_fall_the_other_way(@ForAll("men") List<Two> men) {
    Changes changes = changes(men);
    Figure.SumRatio fall = (Figure.SumRatio) changes.fall(Method.RATIO_OF_SUMS);
    Figure.SumRatio rise = (Figure.SumRatio) changes.rise(Method.RATIO_OF_SUMS);

    assertThat(fall.numerator()).isEqualTo(-rise.numerator());
    assertThat(fall.denominator()).isEqualTo(rise.denominator());
    assertThat(changes.fall(Method.DAY_DIFFERENCE)).isEqualTo(changes.rise(Method.DAY_DIFFERENCE));
  }

  @Property
  void when_all_began_alike_the_mean_of_men_is_the_ratio_of_sums(
      @ForAll("after") List<Integer> after) {
    Changes changes = changes(after.stream().map(days -> new Two(12, days)).toList());

    if (!after.isEmpty()) {
      assertThat(oneDecimal(changes.fall(Method.MEAN_OF_INDIVIDUAL)))
          .isEqualTo(oneDecimal(changes.fall(Method.RATIO_OF_SUMS)));
    }
  }

  @Property
  void counting_by_the_number_before_is_the_same_as_man_by_man(@ForAll("men") List<Two> men) {
    long before = men.stream().mapToLong(Two::before).sum();
    long after = men.stream().mapToLong(Two::after).sum();
    Fraction each =
        men.stream()
            .filter(man -> man.before() > 0)
            .map(man -> Fraction.of(100L * (man.before() - man.after()), man.before()))
            .reduce(Fraction.ZERO, Fraction::plus);
    Changes changes = changes(men);
    Figure.Mean mean = (Figure.Mean) changes.fall(Method.MEAN_OF_INDIVIDUAL);

    assertThat(changes.fall(Method.RATIO_OF_SUMS))
        .isEqualTo(new Figure.SumRatio(men.size(), before - after, before));
    assertThat(mean.sum().toOneDecimal()).isEqualTo(each.toOneDecimal());
    assertThat(mean.people()).isEqualTo(men.stream().filter(man -> man.before() > 0).count());
  }

  @Provide
  Arbitrary<List<Two>> men() {
    return Arbitraries.integers()
        .between(0, 28)
        .tuple2()
        .map(two -> new Two(two.get1(), two.get2()))
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<Integer>> after() {
    return Arbitraries.integers().between(0, 28).list().ofMaxSize(40);
  }

  private static Changes changes(List<Two> men) {
    Map<Integer, List<Two>> byBefore = new TreeMap<>();
    men.forEach(man -> byBefore.computeIfAbsent(man.before(), _ -> new ArrayList<>()).add(man));
    return new Changes(
        byBefore.entrySet().stream().map(of -> step(of.getKey(), of.getValue())).toList());
  }

  private static Step step(int before, List<Two> men) {
    return new Step(
        before,
        men.size(),
        men.stream().mapToLong(Two::after).sum(),
        men.stream().filter(man -> man.after() == 0).count(),
        men.stream().filter(man -> man.after() > before).count(),
        0,
        0);
  }

  private static int sum(Map<String, Integer> days) {
    return days.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String oneDecimal(Figure figure) {
    return switch (figure) {
      case Figure.SumRatio(_, long numerator, long denominator) ->
          denominator == 0 ? "none" : Fraction.of(numerator, denominator).times(100).toOneDecimal();
      case Figure.Mean(long people, Fraction sum) -> sum.over(people).toOneDecimal();
      default -> throw new IllegalArgumentException(figure.toString());
    };
  }
}
