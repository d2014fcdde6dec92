package org.crossborough.outcomes.disclosure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a table shows one dimension: in bands, each of one or more values. Bands that overlap, such
 * as rolling windows, may be shown, but no total is then made of them.
 *
 * @param bands label to values, in the order in which they are shown
 */
public record Split(String dimension, Map<String, SortedSet<String>> bands) {

  /** Keeps the bands and their order from changing. */
  public Split {
    bands = Collections.unmodifiableMap(new LinkedHashMap<>(bands));
  }

  /** Every value a band of its own. */
  public static Split each(Dimension dimension) {
    Map<String, SortedSet<String>> bands = new LinkedHashMap<>();
    dimension.values().forEach(value -> bands.put(value, new TreeSet<>(Set.of(value))));
    return new Split(dimension.name(), bands);
  }

  /** Whether the bands take every value of the dimension exactly once, so that they add up. */
  boolean addsUp(Grid grid) {
    List<String> shown = bands.values().stream().flatMap(Set::stream).sorted().toList();
    List<String> all =
        grid.dimensions().stream()
            .filter(each -> each.name().equals(dimension))
            .flatMap(each -> each.values().stream())
            .sorted()
            .toList();
    return shown.equals(all);
  }
}
