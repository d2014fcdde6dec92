package org.crossborough.outcomes.tally;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A number before and after the programme, over all men who have both: counted by what it was
 * before, which is all that any method needs, however many men there are.
 */
public record Changes(List<Step> steps) {

  /** The highest rating a man can give. */
  public static final int HIGHEST_RATING = 20;

  /**
   * The men who had the same number before.
   *
   * @param before that number
   * @param men how many they are
   * @param after the sum of their numbers after
   * @param none how many had 0 after
   * @param higher how many had a higher number after
   * @param reliablyLower how many had less, though not 0, by at least the threshold
   * @param reliablyHigher how many had more by at least the threshold
   */
  public record Step(
      long before,
      long men,
      long after,
      long none,
      long higher,
      long reliablyLower,
      long reliablyHigher) {}

  /** How many men have both numbers. */
  public long people() {
    return sum(Step::men);
  }

  /** What is good when it falls, such as days of use. */
  Figure fall(Method method) {
    return switch (method) {
      case RATIO_OF_SUMS, PRIMARY_SUBSTANCE ->
          new Figure.SumRatio(people(), before() - after(), before());
      case MEAN_OF_INDIVIDUAL -> meanOfIndividual(-1);
      case DAY_DIFFERENCE -> new Figure.Mean(people(), Fraction.of(after() - before(), 1));
      default -> throw new IllegalArgumentException("Not made of falls: " + method);
    };
  }

  /** What is good when it rises, such as a rating. */
  Figure rise(Method method) {
    return switch (method) {
      case RATIO_OF_SUMS -> new Figure.SumRatio(people(), after() - before(), before());
      case MEAN_OF_INDIVIDUAL -> meanOfIndividual(1);
      case DAY_DIFFERENCE -> new Figure.Mean(people(), Fraction.of(after() - before(), 1));
      case SCALE_POINTS ->
          new Figure.SumRatio(people(), after() - before(), HIGHEST_RATING * people());
      case SHARE_IMPROVED -> new Figure.Share(sum(Step::higher), people());
      default -> throw new IllegalArgumentException("Not made of rises: " + method);
    };
  }

  /** Of those who used at the start, those who do no more. */
  Figure abstinent() {
    return new Figure.Share(users().sum(Step::none), users().people());
  }

  /** Those who use no more, or less by at least the threshold. */
  Figure improved() {
    return new Figure.Share(users().sum(Step::reliablyLower), users().people());
  }

  /** Those who use more by at least the threshold. */
  Figure deteriorated() {
    return new Figure.Share(users().sum(Step::reliablyHigher), users().people());
  }

  /** Those who neither stopped nor changed by the threshold. */
  Figure unchanged() {
    Changes users = users();
    long changed =
        users.sum(Step::none) + users.sum(Step::reliablyLower) + users.sum(Step::reliablyHigher);
    return new Figure.Share(users.people() - changed, users.people());
  }

  /** Men who did not use at the start and do later: outside the share of all other categories. */
  Figure initiated() {
    return new Figure.Count(
        steps.stream().filter(step -> step.before() == 0).mapToLong(Step::higher).sum());
  }

  /** Without the men whose number was 0: their own change has no percentage. */
  private Figure meanOfIndividual(int sign) {
    Changes users = users();
    Fraction sum =
        users.steps.stream()
            .map(step ->
                Fraction.of(sign * (step.after() - step.before() * step.men()), step.before()))
            .reduce(Fraction.ZERO, Fraction::plus);
    return new Figure.Mean(users.people(), sum.times(100));
  }

  private Changes users() {
    return new Changes(steps.stream().filter(step -> step.before() > 0).toList());
  }

  private long before() {
    return sum(step -> step.before() * step.men());
  }

  private long after() {
    return sum(Step::after);
  }

  private long sum(ToLongFunction<Step> number) {
    return steps.stream().mapToLong(number).sum();
  }
}
