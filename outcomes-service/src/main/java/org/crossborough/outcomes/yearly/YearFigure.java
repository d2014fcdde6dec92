package org.crossborough.outcomes.yearly;

import java.time.Instant;
import org.crossborough.outcomes.pairing.PairAnchor;
import org.crossborough.outcomes.tally.Method;
import org.crossborough.outcomes.tally.Shown;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is no count of people, such as a median or a sum of days, as it was released for a
 * year of all of London, and for good.
 *
 * @param metric the catalogue's id
 * @param variant which of a metric's several figures; null for a metric that has one
 * @param anchor around what its pairs of TOPs lie; null for a metric that is made of none
 * @param paired men with both TOPs, as they may be shown; null for a metric that is no change
 * @param started men who started, likewise
 * @param release the release it came with
 */
public record YearFigure(
    String metric,
    Method method,
    @Nullable String variant,
    @Nullable PairAnchor anchor,
    Shown shown,
    @Nullable Long paired,
    @Nullable Long started,
    Stamp release) {

  /** Which year, under which policy, and as of when. */
  public record Stamp(String period, String policy, Instant asOf) {}
}
