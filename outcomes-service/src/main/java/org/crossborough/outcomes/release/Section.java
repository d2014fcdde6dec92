package org.crossborough.outcomes.release;

import java.util.List;
import java.util.Locale;
import org.crossborough.outcomes.release.Subject.Measure;

/**
 * A table of a product: who is counted, what he is split by, and what is told of each line. A
 * product has one section of a subject at the most, so that all that it says of the same people is
 * protected together.
 */
record Section(Subject subject, Breakdown breakdown, List<Measure> measures) {

  /** Keeps the list from changing. */
  Section {
    measures = List.copyOf(measures);
  }

  /** With everything there is to tell of a subject. */
  Section(Subject subject, Breakdown breakdown) {
    this(subject, breakdown, subject.measures());
  }

  /** With some metrics alone. */
  Section(Subject subject, Breakdown breakdown, String... metrics) {
    this(subject, breakdown, subject.measures(metrics));
  }

  /** What the table is called in addresses and rows, such as {@code men-by-borough}. */
  String id() {
    String people = subject.name().toLowerCase(Locale.ROOT);
    return breakdown == Breakdown.TOTAL ? people : people + "-by-" + breakdown.dimension();
  }
}
