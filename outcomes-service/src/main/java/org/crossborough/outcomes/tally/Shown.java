package org.crossborough.outcomes.tally;

import java.math.BigInteger;
import org.crossborough.outcomes.disclosure.Cell;
import org.crossborough.outcomes.disclosure.DisclosurePolicy;
import org.crossborough.outcomes.disclosure.Share;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it may be shown.
 *
 * @param numerator exact or rounded; null when withheld, or when there is none
 * @param denominator likewise
 * @param value one decimal, {@code *} when suppressed, null when there is nothing to divide by
 * @param people how many people are behind a sum or a mean, as it may be shown
 */
public record Shown(
    @Nullable Long numerator,
    @Nullable Long denominator,
    @Nullable String value,
    boolean suppressed,
    @Nullable Long people) {

  /** A figure under a policy. */
  public static Shown of(Figure figure, DisclosurePolicy policy) {
    return switch (figure) {
      case Figure.Count(long people) -> count(policy.count(people).shown());
      case Figure.Amount amount -> amount(amount, policy);
      case Figure.Share(long part, long group) -> percentage(policy.share(part, group), null);
      case Figure.SumRatio(long people, long numerator, long denominator) ->
          percentage(policy.sums(people, numerator, denominator), policy.count(people).shown());
      case Figure.Mean mean -> mean(mean, policy);
    };
  }

  /** A share that another service has released: it comes as it may be shown. */
  public static Shown of(@Nullable Integer part, @Nullable Integer group, boolean suppressed) {
    Long numerator = part == null ? null : part.longValue();
    Long denominator = group == null ? null : group.longValue();
    if (suppressed || numerator == null || denominator == null) {
      return new Shown(null, null, Cell.MARK, true, null);
    }
    String value = percentage(numerator, denominator);
    return new Shown(numerator, denominator, value, false, null);
  }

  private static Shown count(@Nullable Long shown) {
    return shown == null
        ? new Shown(null, null, Cell.MARK, true, null)
        : new Shown(shown, null, Long.toString(shown), false, null);
  }

  /** Hours or days: nobody is counted by them, so they are shown exactly or not at all. */
  private static Shown amount(Figure.Amount amount, DisclosurePolicy policy) {
    if (policy.hides(amount.people())) {
      return new Shown(null, null, Cell.MARK, true, null);
    }
    Long people = policy.count(amount.people()).shown();
    String value = amount.people() == 0 ? null : amount.number().toOneDecimal();
    return new Shown(null, null, value, false, people);
  }

  private static Shown percentage(Share share, @Nullable Long people) {
    Long numerator = share.numerator().shown();
    Long denominator = share.denominator().shown();
    String value =
        numerator == null || denominator == null ? Cell.MARK : percentage(numerator, denominator);
    return new Shown(numerator, denominator, value, share.isSuppressed(), people);
  }

  private static @Nullable String percentage(long numerator, long denominator) {
    return denominator == 0 ? null : Fraction.of(numerator, denominator).times(100).toOneDecimal();
  }

  /**
   * A mean has no counts to round: it is shown exactly or not at all, and its sum only if exact.
   */
  private static Shown mean(Figure.Mean mean, DisclosurePolicy policy) {
    if (policy.hides(mean.people())) {
      return new Shown(null, null, Cell.MARK, true, null);
    }
    Long people = policy.count(mean.people()).shown();
    if (mean.people() == 0) {
      return new Shown(null, null, null, false, people);
    }
    String value = mean.sum().over(mean.people()).toOneDecimal();
    boolean whole = policy.isExact() && mean.sum().denominator().equals(BigInteger.ONE);
    return new Shown(
        whole ? Long.valueOf(mean.sum().numerator().longValueExact()) : null,
        whole ? Long.valueOf(mean.people()) : null,
        value,
        false,
        people);
  }
}
