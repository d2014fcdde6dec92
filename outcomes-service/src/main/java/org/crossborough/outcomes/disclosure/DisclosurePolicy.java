package org.crossborough.outcomes.disclosure;

/** A rule for what may be shown of a count: which counts are hidden, and what the rest round to. */
public enum DisclosurePolicy {
  /** Exact: named internal users, and a borough's own contract data. */
  NONE(1, 0, 1, 0),
  /** Counts of 1 to 4 are hidden, everything else is exact. */
  NDTMS_LT5(1, 4, 1, 4),
  /** Counts of 1 to 7 are hidden, everything else is rounded to the nearest 5. */
  NHS_1_7_R5(1, 7, 5, 5),
  /** As {@link #NDTMS_LT5}, and everything else rounded to the nearest 5: for shared feeds. */
  NDTMS_LT5_R5(1, 4, 5, 4),
  /** Fewer than ten observations, none included, are hidden. */
  LT10(0, 9, 1, 5);

  private final long hiddenFrom;
  private final long hiddenTo;
  private final long roundedTo;
  private final long leastPossible;

  DisclosurePolicy(long hiddenFrom, long hiddenTo, long roundedTo, long leastPossible) {
    this.leastPossible = leastPossible;
    this.hiddenFrom = hiddenFrom;
    this.hiddenTo = hiddenTo;
    this.roundedTo = roundedTo;
  }

  /** Whether a group of so many people is too small to say anything about. */
  public boolean hides(long people) {
    return people >= hiddenFrom && people <= hiddenTo;
  }

  /** A count of people as it may be shown. */
  public Cell count(long people) {
    if (people < 0) {
      throw new IllegalArgumentException("A count is not negative: " + people);
    }
    return hides(people) ? Cell.HIDDEN : Cell.of(rounded(people));
  }

  /**
   * A part of a group as it may be shown. Where counts are exact, a small remainder is hidden like
   * a small part, since the two add up to a shown group; rounded counts do not give it away.
   */
  public Share share(long part, long group) {
    if (part < 0 || part > group) {
      throw new IllegalArgumentException("%d is no part of %d".formatted(part, group));
    }
    Cell shownGroup = count(group);
    boolean hidden =
        shownGroup.isHidden() || hides(part) || (roundedTo == 1 && hides(group - part));
    return new Share(hidden ? Cell.HIDDEN : count(part), shownGroup);
  }

  /**
   * A ratio of sums over a group of people, such as days: hidden with a small group. The sums are
   * no counts of people, so a small sum over enough people is not hidden, only rounded.
   */
  public Share sums(long people, long numerator, long denominator) {
    if (hides(people)) {
      return new Share(Cell.HIDDEN, Cell.HIDDEN);
    }
    return new Share(Cell.of(rounded(numerator)), Cell.of(rounded(denominator)));
  }

  /** Whether anything is withheld or altered at all. */
  public boolean isExact() {
    return this == NONE;
  }

  /** The smallest count that is shown. */
  long threshold() {
    return hiddenTo + 1;
  }

  /** How many numbers must stay possible for a count that is hidden. */
  long leastPossible() {
    return leastPossible;
  }

  /** Whether a line between shown numbers could be completed by subtraction. */
  boolean addsUpExactly() {
    return roundedTo == 1;
  }

  /**
   * What a cell tells its reader about a group.
   *
   * @param marksMayBeAnything whether cells were also hidden that are not small, so that a mark
   *     alone does not say that a number is
   */
  Claim claimOf(Group group, Cell cell, boolean marksMayBeAnything) {
    Long shown = cell.shown();
    if (shown == null) {
      return marksMayBeAnything
          ? new Claim(group, 0, Claim.ANY)
          : new Claim(group, hiddenFrom, hiddenTo);
    }
    long slack = roundedTo / 2;
    return shown == 0
        ? new Claim(group, 0, 0)
        : new Claim(
            group, Math.max(shown - slack, slack == 0 ? shown : threshold()), shown + slack);
  }

  private long rounded(long number) {
    // Odd steps have no ties, so this is half up for numbers of either sign.
    return Math.floorDiv(number + roundedTo / 2, roundedTo) * roundedTo;
  }
}
