package org.crossborough.outcomes.metric;

/** A metric's exact result, before anything is withheld. */
sealed interface Figure {

  /** A percentage of persons: {@code part} of {@code group}. */
  record Share(long part, long group) implements Figure {}

  /** A percentage of sums, such as days, over so many people; the numerator may be negative. */
  record SumRatio(long people, long numerator, long denominator) implements Figure {}

  /** A mean over so many people, of an exact sum. */
  record Mean(long people, Fraction sum) implements Figure {}
}
