package org.crossborough.safety.aggregate;

import org.crossborough.contracts.SafetyEvent.Cell;

/**
 * Policy {@code LT10_R5}: a share of which either side is fewer than ten people is not told, not
 * even that a side is nobody; of any other, both parts are rounded to five. Exact parts would give
 * away what other figures round, and the differences between tiers.
 */
final class LowCountPolicy {

  static final String CODE = "LT10_R5";

  private static final int FEWEST = 10;
  private static final int BASE = 5;

  private LowCountPolicy() {}

  static Cell cell(String metric, String variant, int numerator, int denominator) {
    boolean suppressed = numerator < FEWEST || denominator - numerator < FEWEST;
    return suppressed
        ? new Cell(metric, variant, null, null, true)
        : new Cell(metric, variant, rounded(numerator), rounded(denominator), false);
  }

  /**
   * A number of things or people that is no share of anything.
   *
   * @param contributors whom it was counted from: ten children of two mothers are two people's
   */
  static Cell count(String metric, String variant, int number, int contributors) {
    boolean suppressed = number < FEWEST || contributors < FEWEST;
    return new Cell(metric, variant, suppressed ? null : rounded(number), null, suppressed);
  }

  private static int rounded(int people) {
    return (people + BASE / 2) / BASE * BASE;
  }
}
