package org.crossborough.outcomes.tally;

/** A metric's exact result, before anything is withheld. */
public sealed interface Figure {

  /** So many people, or other things of which each belongs to one person. */
  record Count(long people) implements Figure {}

  /** A percentage of persons: {@code part} of {@code group}. */
  record Share(long part, long group) implements Figure {}

  /** A percentage of sums, such as days, over so many people; the numerator may be negative. */
  record SumRatio(long people, long numerator, long denominator) implements Figure {}

  /** A mean over so many people, of an exact sum. */
  record Mean(long people, Fraction sum) implements Figure {}

  /** A number that so many people are behind: hours, or the days that half of them waited. */
  record Amount(long people, Fraction number) implements Figure {}

  /** How many people are behind it. */
  default long behind() {
    return switch (this) {
      case Count(long people) -> people;
      case Share(_, long group) -> group;
      case SumRatio(long people, _, _) -> people;
      case Mean(long people, _) -> people;
      case Amount(long people, _) -> people;
    };
  }
}
