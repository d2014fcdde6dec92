package org.crossborough.outcomes.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A made-up year of referrals, by borough and month. Nobody in it is real. */
final class GeneratedYear {

  static final Dimension BOROUGH =
      new Dimension(
          "borough", IntStream.rangeClosed(1, 33).mapToObj("E090000%02d"::formatted).toList());
  static final Dimension QUARTER = new Dimension("quarter", List.of("Q1", "Q2", "Q3", "Q4"));
  static final Dimension MONTH =
      new Dimension("month", IntStream.rangeClosed(1, 12).mapToObj("M%02d"::formatted).toList());

  private GeneratedYear() {}

  /** Counts of every atom around a mean, the same for the same seed. */
  static Counts of(Grid grid, long seed, double mean) {
    Random random = new Random(seed);
    return Counts.of(
        grid, IntStream.range(0, grid.atoms()).mapToLong(_ -> poisson(random, mean)).toArray());
  }

  private static long poisson(Random random, double mean) {
    double limit = Math.exp(-mean);
    Supplier<Double> next = random::nextDouble;
    long events = -1;
    for (double product = 1; product > limit; product *= next.get()) {
      events++;
    }
    return events;
  }

  /** Three months each. */
  static Split quarters() {
    Map<String, SortedSet<String>> bands = new LinkedHashMap<>();
    for (int quarter = 0; quarter < 4; quarter++) {
      bands.put(
          "Q" + (quarter + 1), new TreeSet<>(MONTH.values().subList(3 * quarter, 3 * quarter + 3)));
    }
    return new Split("month", bands);
  }
}
