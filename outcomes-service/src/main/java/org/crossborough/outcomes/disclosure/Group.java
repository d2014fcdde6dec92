package org.crossborough.outcomes.disclosure;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The people who have one of certain values of each named dimension, whatever they have of the
 * others. Nothing asked for is everybody.
 */
public record Group(SortedMap<String, SortedSet<String>> where) implements Comparable<Group> {

  /** Everybody of a grid. */
  public static final Group EVERYBODY = new Group(new TreeMap<>());

  private static final String NAME_OF_EVERYBODY = "everybody";

  /** Keeps the map from changing. */
  public Group {
    SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
    where.forEach(
        (name, values) -> copy.put(name, Collections.unmodifiableSortedSet(new TreeSet<>(values))));
    where = Collections.unmodifiableSortedMap(copy);
  }

  /** The people with one value of each dimension. */
  public static Group of(Map<String, String> where) {
    Group group = EVERYBODY;
    for (Map.Entry<String, String> each : where.entrySet()) {
      group = group.and(each.getKey(), new TreeSet<>(Set.of(each.getValue())));
    }
    return group;
  }

  /**
   * The group that {@link #toString} wrote. Names and values hold none of the signs between them.
   *
   * @throws IllegalArgumentException when no group is written so
   */
  public static Group parse(String text) {
    SortedMap<String, SortedSet<String>> where = new TreeMap<>();
    if (!text.equals(NAME_OF_EVERYBODY)) {
      for (String each : text.split(", ", -1)) {
        int equals = each.indexOf('=');
        if (equals < 1) {
          throw new IllegalArgumentException("No group: " + text);
        }
        where.put(
            each.substring(0, equals),
            new TreeSet<>(List.of(each.substring(equals + 1).split("\\+", -1))));
      }
    }
    return new Group(where);
  }

  /** Those of this group who have one of some values as well. */
  Group and(String dimension, SortedSet<String> values) {
    SortedMap<String, SortedSet<String>> narrower = new TreeMap<>(where);
    narrower.put(dimension, values);
    return new Group(narrower);
  }

  /** This group, whatever its people have of one dimension. */
  public Group without(String dimension) {
    SortedMap<String, SortedSet<String>> wider = new TreeMap<>(where);
    wider.remove(dimension);
    return new Group(wider);
  }

  @Override
  public int compareTo(Group other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return where.isEmpty()
        ? NAME_OF_EVERYBODY
        : where.entrySet().stream()
            .map(each -> each.getKey() + "=" + String.join("+", each.getValue()))
            .collect(Collectors.joining(", "));
  }
}
