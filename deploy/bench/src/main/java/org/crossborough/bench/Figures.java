package org.crossborough.bench;

import java.util.Arrays;

/**
 * What was measured of one thing.
 *
 * @param perSecond how many were answered, over all callers
 * @param p50 milliseconds within which half were answered; likewise the others
 * @param refused answers other than the expected one; a figure with any is worth nothing
 */
record Figures(double perSecond, double p50, double p95, double p99, long refused) {

  /**
   * From single times.
   *
   * @param nanoseconds how long each took, in any order
   */
  static Figures of(long[] nanoseconds, double seconds, long refused) {
    long[] sorted = nanoseconds.clone();
    Arrays.sort(sorted);
    return new Figures(
        sorted.length / seconds,
        percentile(sorted, 50),
        percentile(sorted, 95),
        percentile(sorted, 99),
        refused);
  }

  /** The smallest of the times that so many percent do not exceed, in milliseconds. */
  private static double percentile(long[] sorted, int percent) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted[(int) ((sorted.length * (long) percent + 99) / 100) - 1] / 1e6;
  }
}
