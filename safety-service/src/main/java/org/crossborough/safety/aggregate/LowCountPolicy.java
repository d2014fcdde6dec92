package org.crossborough.safety.aggregate;

import org.crossborough.contracts.SafetyEvent.Cell;

/**
 * Policy {@code LT10}: a share of which either side is fewer than ten people is not told, not even
 * that a side is nobody.
 */
final class LowCountPolicy {

  static final String CODE = "LT10";

  private static final int FEWEST = 10;

  private LowCountPolicy() {}

  static Cell cell(String metric, String variant, int numerator, int denominator) {
    boolean suppressed = numerator < FEWEST || denominator - numerator < FEWEST;
    return suppressed
        ? new Cell(metric, variant, null, null, true)
        : new Cell(metric, variant, numerator, denominator, false);
  }
}
