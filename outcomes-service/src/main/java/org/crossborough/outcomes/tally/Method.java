package org.crossborough.outcomes.tally;

/** How a figure is made of the same rows; different methods give different numbers. */
public enum Method {
  /** So many. */
  COUNT,
  /** Persons counted over persons counted. */
  COUNT_RATIO,
  /** A sum. */
  SUM,
  /** The smallest number that at least such a share of persons does not exceed. */
  QUANTILE,
  /** The change of the sum over all pairs, over the sum at the start. */
  RATIO_OF_SUMS,
  /** The mean of each man's own percent change, over men whose first number is above 0. */
  MEAN_OF_INDIVIDUAL,
  /** As {@link #RATIO_OF_SUMS}, of each man's most used substance at the start alone. */
  PRIMARY_SUBSTANCE,
  /**
   * Days with any use at all: cannot be told from totals per substance, so it is never computed.
   */
  ANY_USE_DAYS,
  /** The mean of all later records against that of all first ones; those who left distort it. */
  UNPAIRED_MEANS,
  /** As {@link #RATIO_OF_SUMS}, of days times the typical amount, within one substance. */
  AMOUNT_WEIGHTED,
  /** The mean difference, later less start, in days or in points of a rating. */
  DAY_DIFFERENCE,
  /** The mean gain as a share of the scale's length. */
  SCALE_POINTS,
  /** The share of men whose later number is the higher. */
  SHARE_IMPROVED
}
