package org.crossborough.outcomes.metric;

import java.math.BigInteger;
import org.crossborough.outcomes.disclosure.Cell;
import org.crossborough.outcomes.disclosure.DisclosurePolicy;
import org.crossborough.outcomes.disclosure.Share;
import org.crossborough.outcomes.tally.Figure;
import org.crossborough.outcomes.tally.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it may be shown.
 *
 * @param value one decimal, {@code *} when suppressed, null when there is nothing to divide by
 * @param people how many people are behind a sum or a mean, as it may be shown
 */
record Release(
    @Nullable Long numerator,
    @Nullable Long denominator,
    @Nullable String value,
    boolean suppressed,
    @Nullable Long people) {

  static Release of(Figure figure, DisclosurePolicy policy) {
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
  static Release of(@Nullable Integer part, @Nullable Integer group, boolean suppressed) {
    Long numerator = part == null ? null : part.longValue();
    Long denominator = group == null ? null : group.longValue();
    if (suppressed || numerator == null || denominator == null) {
      return new Release(null, null, Cell.MARK, true, null);
    }
    String value = percentage(numerator, denominator);
    return new Release(numerator, denominator, value, false, null);
  }

  private static Release count(@Nullable Long shown) {
    return shown == null
        ? new Release(null, null, Cell.MARK, true, null)
        : new Release(shown, null, Long.toString(shown), false, null);
  }

  /** Hours or days: nobody is counted by them, so they are shown exactly or not at all. */
  private static Release amount(Figure.Amount amount, DisclosurePolicy policy) {
    if (policy.hides(amount.people())) {
      return new Release(null, null, Cell.MARK, true, null);
    }
    Long people = policy.count(amount.people()).shown();
    String value = amount.people() == 0 ? null : amount.number().toOneDecimal();
    return new Release(null, null, value, false, people);
  }

  private static Release percentage(Share share, @Nullable Long people) {
    Long numerator = share.numerator().shown();
    Long denominator = share.denominator().shown();
    String value =
        numerator == null || denominator == null ? Cell.MARK : percentage(numerator, denominator);
    return new Release(numerator, denominator, value, share.isSuppressed(), people);
  }

  private static @Nullable String percentage(long numerator, long denominator) {
    return denominator == 0 ? null : Fraction.of(numerator, denominator).times(100).toOneDecimal();
  }

  /**
   * A mean has no counts to round: it is shown exactly or not at all, and its sum only if exact.
   */
  private static Release mean(Figure.Mean mean, DisclosurePolicy policy) {
    if (policy.hides(mean.people())) {
      return new Release(null, null, Cell.MARK, true, null);
    }
    Long people = policy.count(mean.people()).shown();
    if (mean.people() == 0) {
      return new Release(null, null, null, false, people);
    }
    String value = mean.sum().over(mean.people()).toOneDecimal();
    boolean whole = policy.isExact() && mean.sum().denominator().equals(BigInteger.ONE);
    return new Release(
        whole ? Long.valueOf(mean.sum().numerator().longValueExact()) : null,
        whole ? Long.valueOf(mean.people()) : null,
        value,
        false,
        people);
  }
}
