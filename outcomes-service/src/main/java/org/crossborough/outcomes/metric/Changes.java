package org.crossborough.outcomes.metric;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.crossborough.outcomes.pairing.Measure;
import org.crossborough.outcomes.pairing.Pair;
import org.crossborough.outcomes.pairing.Pair.Change;
import org.jspecify.annotations.Nullable;

/** A number before and after the programme, per man with both. */
record Changes(List<Change> changes) {

  static Changes ofUse(Cohort cohort) {
    return of(cohort, Pair::use);
  }

  static Changes ofQualityOfLife(Cohort cohort) {
    return of(cohort, Pair::qualityOfLife);
  }

  private static Changes of(Cohort cohort, Function<Pair, @Nullable Change> number) {
    return new Changes(cohort.pairs().map(number).filter(Objects::nonNull).toList());
  }

  long people() {
    return changes.size();
  }

  /** What is good when it falls, such as days of use. */
  Figure fall(Method method) {
    return switch (method) {
      case RATIO_OF_SUMS -> new Figure.SumRatio(people(), before() - after(), before());
      case MEAN_OF_INDIVIDUAL -> meanOfIndividual();
      case DAY_DIFFERENCE -> new Figure.Mean(people(), Fraction.of(after() - before(), 1));
      case COUNT_RATIO, SCALE_POINTS -> throw notOffered(method);
    };
  }

  /** What is good when it rises, such as a rating. */
  Figure rise(Method method) {
    return switch (method) {
      case RATIO_OF_SUMS -> new Figure.SumRatio(people(), after() - before(), before());
      case SCALE_POINTS ->
          new Figure.SumRatio(people(), after() - before(), Measure.HIGHEST_RATING * people());
      case COUNT_RATIO, MEAN_OF_INDIVIDUAL, DAY_DIFFERENCE -> throw notOffered(method);
    };
  }

  /** Without the men who did not use at the start: their own change has no percentage. */
  private Figure meanOfIndividual() {
    List<Change> users = changes.stream().filter(change -> change.before() > 0).toList();
    Fraction sum =
        users.stream()
            .map(change -> Fraction.of(change.before() - change.after(), change.before()))
            .reduce(Fraction.ZERO, Fraction::plus);
    return new Figure.Mean(users.size(), sum.times(100));
  }

  private long before() {
    return changes.stream().mapToLong(Change::before).sum();
  }

  private long after() {
    return changes.stream().mapToLong(Change::after).sum();
  }

  private static IllegalArgumentException notOffered(Method method) {
    return new IllegalArgumentException("Not a method of this metric: " + method);
  }
}
