package org.crossborough.outcomes.disclosure;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A reader with a spreadsheet and an evening: takes shown numbers from shown totals, again and
 * again, until nothing new comes of it. Shares no code with the attack that guards a release.
 */
final class Subtraction {

  private final long[] low;
  private final long[] high;

  private Subtraction(int atoms) {
    low = new long[atoms];
    high = new long[atoms];
    Arrays.fill(high, Integer.MAX_VALUE);
  }

  /** The small, hidden numbers of finest groups that become known exactly. */
  static List<Group> recovered(Grid grid, Collection<Claim> claims, Counts counts, long threshold) {
    Subtraction reader = after(grid, claims);
    return grid.groups().stream()
        .filter(group -> grid.atomsOf(group).length == 1)
        .filter(group -> counts.in(group) > 0 && counts.in(group) < threshold)
        .filter(group -> reader.knows(grid.atomsOf(group)[0]))
        .toList();
  }

  /** Between which numbers each finest group must lie, in the order of the grid. */
  static List<Bounds> bounds(Grid grid, Collection<Claim> claims) {
    Subtraction reader = after(grid, claims);
    return IntStream.range(0, grid.atoms())
        .mapToObj(atom -> new Bounds(reader.low[atom], reader.high[atom]))
        .toList();
  }

  private static Subtraction after(Grid grid, Collection<Claim> claims) {
    Subtraction reader = new Subtraction(grid.atoms());
    List<Known> known =
        claims.stream().map(claim -> new Known(claim, grid.atomsOf(claim.group()))).toList();
    while (reader.narrows(known)) {
      // Until an evening brings nothing new.
    }
    return reader;
  }

  private record Known(Claim claim, int[] atoms) {}

  private boolean knows(int atom) {
    return low[atom] == high[atom];
  }

  private boolean narrows(List<Known> known) {
    boolean narrowed = false;
    for (Known each : known) {
      Claim claim = each.claim();
      int[] atoms = each.atoms();
      long most = Math.min(claim.high(), Integer.MAX_VALUE);
      long lows = IntStream.of(atoms).mapToLong(i -> low[i]).sum();
      long highs = IntStream.of(atoms).mapToLong(i -> high[i]).sum();
      for (int atom : atoms) {
        long newHigh = Math.min(high[atom], most - (lows - low[atom]));
        long newLow = Math.max(low[atom], claim.low() - (highs - high[atom]));
        if (newHigh < high[atom] || newLow > low[atom]) {
          lows += newLow - low[atom];
          highs += newHigh - high[atom];
          low[atom] = newLow;
          high[atom] = newHigh;
          narrowed = true;
        }
      }
    }
    return narrowed;
  }
}
