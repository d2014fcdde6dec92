package org.crossborough.outcomes.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.crossborough.outcomes.disclosure.Dimension;
import org.crossborough.outcomes.disclosure.DisclosurePolicy;
import org.crossborough.outcomes.disclosure.Grid;
import org.crossborough.outcomes.disclosure.Product;
import org.crossborough.outcomes.disclosure.Split;

/**
 * A table of a product: who is counted, and what he is split by. All periods of a financial year
 * are one grid, so that a year beside its quarters is seen for what it gives away.
 */
record Section(Subject subject, Breakdown breakdown) {

  /** What the table is called in addresses and rows, such as {@code men-by-borough}. */
  String id() {
    String people = subject.name().toLowerCase(Locale.ROOT);
    return breakdown == Breakdown.TOTAL ? people : people + "-by-" + breakdown.dimension();
  }

  /** The finest split of a financial year. */
  Grid grid() {
    List<Dimension> dimensions = new ArrayList<>();
    if (breakdown != Breakdown.TOTAL) {
      dimensions.add(breakdown.asDimension());
    }
    dimensions.add(Subject.QUARTERS);
    if (!subject.outcomes().isEmpty()) {
      dimensions.add(new Dimension(Subject.OUTCOME, subject.outcomes()));
    }
    return new Grid(id(), dimensions);
  }

  /** The table of one period, as the disclosure library knows it. */
  Product over(ReportingPeriod period, DisclosurePolicy policy) {
    List<Split> splits = new ArrayList<>();
    if (breakdown != Breakdown.TOTAL) {
      splits.add(Split.each(breakdown.asDimension()));
    }
    if (!period.isYear()) {
      String quarter = "Q" + period.quarter();
      splits.add(new Split(Subject.QUARTER, Map.of(quarter, new TreeSet<>(List.of(quarter)))));
    }
    if (!subject.outcomes().isEmpty()) {
      splits.add(new Split(Subject.OUTCOME, stages()));
    }
    return new Product(id(), grid(), List.of(new Product.Table(id(), splits)), policy);
  }

  private static Map<String, SortedSet<String>> stages() {
    Map<String, SortedSet<String>> stages = new LinkedHashMap<>();
    for (Subject.Stage stage : Subject.Stage.values()) {
      stages.put(stage.name(), stage.outcomes());
    }
    return stages;
  }
}
