package org.crossborough.outcomes.release;

import org.jspecify.annotations.Nullable;

/**
 * A metric of the catalogue as a count, or as a part of a whole, of the people of one {@link
 * Subject}. Each of the two is named by a word of the subject's outcomes.
 *
 * @param metric the catalogue's id
 * @param variant which of a metric's several figures; null for a metric that has one
 * @param part whom the numerator counts
 * @param whole whom the denominator counts; null for a plain count
 */
record Measure(String metric, @Nullable String variant, String part, @Nullable String whole) {

  /** The word that is true of everybody. */
  static final String EVERYBODY = "EVERYBODY";

  static Measure count(String metric) {
    return new Measure(metric, null, EVERYBODY, null);
  }

  static Measure share(String metric, String part, String whole) {
    return new Measure(metric, null, part, whole);
  }

  static Measure share(String metric, String variant, String part, String whole) {
    return new Measure(metric, variant, part, whole);
  }
}
