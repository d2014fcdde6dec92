package org.crossborough.platform.driver;

import org.jspecify.annotations.Nullable;

/**
 * One figure with everything needed to compute it again. Counts are texts, because a hidden one is
 * {@code "*"}.
 */
public record Metric(
    String id,
    @Nullable String variant,
    String name,
    String method,
    @Nullable String numerator,
    @Nullable String denominator,
    @Nullable String value,
    String unit,
    String policy,
    String scope,
    @Nullable String asOf,
    boolean suppressed,
    @Nullable String paired,
    @Nullable String started,
    @Nullable String period) {

  /** Whether both counts are shown and have reached these values. */
  public boolean hasReached(int leastNumerator, int leastDenominator) {
    return atLeast(numerator, leastNumerator) && atLeast(denominator, leastDenominator);
  }

  private static boolean atLeast(@Nullable String count, int least) {
    return count != null && count.matches("-?\\d+") && Long.parseLong(count) >= least;
  }
}
