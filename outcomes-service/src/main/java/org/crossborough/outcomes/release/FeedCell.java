package org.crossborough.outcomes.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line as it was released, and for good.
 *
 * @param place in the feed: a later one is higher
 */
public record FeedCell(long place, Stamp release, Line line) {

  /**
   * Which release it came with.
   *
   * @param version 1 at first; a later version of the same period replaces the earlier
   * @param asOf the moment whose knowledge was counted
   */
  public record Stamp(String period, int version, String policy, Instant asOf) {}

  /**
   * What is said of one group.
   *
   * @param section the table it belongs to
   * @param metric the catalogue's id
   * @param variant which of a metric's several figures; absent of a metric that has one
   * @param breakdown which line of the table; {@link #ALL} is its total
   * @param numerator a number, exact or rounded, or {@code *}
   * @param denominator likewise; absent of a plain count
   * @param value of a percentage one decimal, made of the two as shown; {@code *} when either is
   *     hidden; absent when there is nobody to divide by
   */
  public record Line(
      String section,
      String metric,
      @Nullable String variant,
      String breakdown,
      String numerator,
      @Nullable String denominator,
      @Nullable String value,
      boolean suppressed) {

    /** The line for the whole of a section. */
    public static final String ALL = "ALL";
  }
}
