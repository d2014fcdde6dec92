package org.crossborough.outcomes.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The finest split of one measure that any product shows. Products that share a grid are attacked
 * together, because their readers can put them side by side.
 *
 * @param measure what is counted, such as referrals received
 */
public record Grid(String measure, List<Dimension> dimensions) {

  /** Keeps the list from changing. */
  public Grid {
    dimensions = List.copyOf(dimensions);
  }

  /** The number of finest groups, called atoms, which are numbered from 0. */
  public int atoms() {
    return dimensions.stream()
        .mapToInt(dimension -> dimension.values().size())
        .reduce(1, Math::multiplyExact);
  }

  /**
   * The numbers of the atoms that make up a group.
   *
   * @throws IllegalArgumentException when the group has a value that the grid does not know
   */
  public int[] atomsOf(Group group) {
    group.where().forEach((name, values) -> requireKnown(dimension(name), values));
    IntStream numbers = IntStream.of(0);
    for (Dimension dimension : dimensions) {
      int size = dimension.values().size();
      int[] digits = digits(dimension, group.where().get(dimension.name()));
      numbers = numbers.flatMap(prefix -> IntStream.of(digits).map(digit -> prefix * size + digit));
    }
    return numbers.toArray();
  }

  private static int[] digits(Dimension dimension, @Nullable SortedSet<String> wanted) {
    return IntStream.range(0, dimension.values().size())
        .filter(digit -> wanted == null || wanted.contains(dimension.values().get(digit)))
        .toArray();
  }

  private static void requireKnown(Dimension dimension, SortedSet<String> values) {
    if (!dimension.values().containsAll(values)) {
      throw new IllegalArgumentException(
          "%s has not all of %s".formatted(dimension.name(), values));
    }
  }

  /** Every group that one value of each of some dimensions makes, everybody included. */
  List<Group> groups() {
    List<Group> groups = List.of(Group.EVERYBODY);
    for (Dimension dimension : dimensions) {
      List<Group> finer = new ArrayList<>(groups);
      for (Group group : groups) {
        for (String value : dimension.values()) {
          finer.add(group.and(dimension.name(), new TreeSet<>(Set.of(value))));
        }
      }
      groups = finer;
    }
    return groups;
  }

  private Dimension dimension(String name) {
    return dimensions.stream()
        .filter(dimension -> dimension.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("%s is no dimension here".formatted(name)));
  }
}
