package org.crossborough.outcomes.metric;

/** How a figure is made of the same rows; different methods give different numbers. */
enum Method {
  /** Persons counted over persons counted. */
  COUNT_RATIO,
  /** The change of the sum over all pairs, over the sum at the start. */
  RATIO_OF_SUMS,
  /** The mean of each man's own percent change, over men who used at all. */
  MEAN_OF_INDIVIDUAL,
  /** The mean difference in using days, later less start. */
  DAY_DIFFERENCE,
  /** The mean gain as a share of the scale's length. */
  SCALE_POINTS
}
