package org.crossborough.outcomes.disclosure;

import java.util.Map;
import java.util.stream.IntStream;

/** The exact number of people in each atom of a grid; what a product must not give away. */
public final class Counts {

  private final Grid grid;
  private final long[] people;

  private Counts(Grid grid, long[] people) {
    this.grid = grid;
    this.people = people;
  }

  /**
   * Counts of the atoms in their order.
   *
   * @throws IllegalArgumentException when their number is wrong or one is negative
   */
  public static Counts of(Grid grid, long... people) {
    if (people.length != grid.atoms()
        || IntStream.range(0, people.length).anyMatch(i -> people[i] < 0)) {
      throw new IllegalArgumentException("%d counts, none negative".formatted(grid.atoms()));
    }
    return new Counts(grid, people.clone());
  }

  /** Counts of finest groups; a group that is not named has nobody. */
  public static Counts of(Grid grid, Map<Group, Long> people) {
    long[] atoms = new long[grid.atoms()];
    people.forEach((group, count) -> {
      int[] numbers = grid.atomsOf(group);
      if (numbers.length != 1) {
        throw new IllegalArgumentException("%s is no finest group".formatted(group));
      }
      atoms[numbers[0]] += count;
    });
    return of(grid, atoms);
  }

  /** The grid counted over. */
  public Grid grid() {
    return grid;
  }

  /** The people of each atom in their order. */
  long[] atoms() {
    return people.clone();
  }

  /** How many people a group has. */
  public long in(Group group) {
    return IntStream.of(grid.atomsOf(group)).mapToLong(atom -> people[atom]).sum();
  }
}
