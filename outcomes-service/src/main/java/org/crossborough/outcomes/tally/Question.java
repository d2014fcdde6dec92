package org.crossborough.outcomes.tally;

import java.time.Instant;
import java.time.LocalDate;
import org.crossborough.outcomes.pairing.PairAnchor;
import org.jspecify.annotations.Nullable;

/**
 * What is to be counted.
 *
 * @param boroughCode the metric's own borough, or {@code *} for every one
 * @param from the first day of the metric's own date; null for all there is
 * @param to the last day; null for all there is
 * @param today the day that tells whether a run's end has passed
 * @param anchor around what pairs of TOPs lie
 * @param asOf the moment as of which it is asked; null for all that is known now
 */
public record Question(
    String boroughCode,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    LocalDate today,
    Breakdown by,
    PairAnchor anchor,
    @Nullable Instant asOf) {

  /** About pairs around the programme. */
  public Question(
      String boroughCode,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      LocalDate today,
      Breakdown by) {
    this(boroughCode, from, to, today, by, PairAnchor.PROGRAMME, null);
  }

  /** Everything of a borough, not told apart. */
  public static Question ofAll(String boroughCode, LocalDate today) {
    return new Question(boroughCode, null, null, today, Breakdown.NONE);
  }

  /** The same about pairs around something else. */
  public Question around(PairAnchor other) {
    return new Question(boroughCode, from, to, today, by, other, asOf);
  }

  /** The same of what was known at a moment; needs a transaction that sees every borough. */
  public Question asOf(Instant moment) {
    return new Question(boroughCode, from, to, today, by, anchor, moment);
  }

  boolean isOfEveryBorough() {
    return boroughCode.equals("*");
  }
}
