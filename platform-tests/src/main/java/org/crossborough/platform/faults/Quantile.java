package org.crossborough.platform.faults;

import java.util.List;

/** The value that a share of all values does not exceed. */
final class Quantile {

  private Quantile() {}

  /** The smallest value that is not less than that share of all; the largest for a share of 1. */
  static long of(List<Long> values, double share) {
    List<Long> sorted = values.stream().sorted().toList();
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(rank, 1) - 1);
  }
}
