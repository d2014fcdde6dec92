package org.crossborough.outcomes.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Claims as bounds on sums of atoms, to see at once whether a table fits all of them and how it can
 * be changed so that it still does.
 */
final class Claims {

  private final int[][] members;
  private final long[] low;
  private final long[] high;

  /** The claims that each atom is in. */
  private final int[][] claimsOf;

  private Claims(int[][] members, long[] low, long[] high, int[][] claimsOf) {
    this.members = members;
    this.low = low;
    this.high = high;
    this.claimsOf = claimsOf;
  }

  static Claims over(Grid grid, Collection<Claim> claims) {
    int[][] members =
        claims.stream().map(claim -> grid.atomsOf(claim.group())).toArray(int[][]::new);
    List<List<Integer>> claimsOf = new ArrayList<>();
    IntStream.range(0, grid.atoms()).forEach(_ -> claimsOf.add(new ArrayList<>()));
    for (int claim = 0; claim < members.length; claim++) {
      for (int atom : members[claim]) {
        claimsOf.get(atom).add(claim);
      }
    }
    return new Claims(
        members,
        claims.stream().mapToLong(Claim::low).toArray(),
        claims.stream().mapToLong(Claim::high).toArray(),
        claimsOf.stream()
            .map(of -> of.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new));
  }

  /** Whether a table fits every claim. */
  boolean fit(long[] table) {
    long[] sums = sums(table);
    return IntStream.range(0, sums.length)
        .allMatch(claim -> low[claim] <= sums[claim] && sums[claim] <= high[claim]);
  }

  /**
   * A table that fits as well, in which a group has up to so many people more, or fewer: somebody
   * comes or goes where nothing is said against it, or changes places with somebody of no member.
   *
   * @param step 1 for more, -1 for fewer
   */
  long[] moved(long[] table, int[] group, int step, long people) {
    long[] moved = table.clone();
    long[] sums = sums(moved);
    boolean[] isMember = new boolean[moved.length];
    Arrays.stream(group).forEach(atom -> isMember[atom] = true);
    for (long done = 0; done < people; done++) {
      if (!moveOne(moved, sums, group, isMember, step)) {
        break;
      }
    }
    return moved;
  }

  private boolean moveOne(long[] table, long[] sums, int[] group, boolean[] isMember, int step) {
    for (int atom : group) {
      if (table[atom] + step < 0) {
        continue;
      }
      change(table, sums, atom, step);
      if (fits(sums, atom) || isMadeUpFor(table, sums, atom, isMember, step)) {
        return true;
      }
      change(table, sums, atom, -step);
    }
    return false;
  }

  /** Whether the opposite change of another atom puts right what a change has broken. */
  private boolean isMadeUpFor(
      long[] table, long[] sums, int changed, boolean[] isMember, int step) {
    for (int atom = 0; atom < table.length; atom++) {
      if (!isMember[atom] && table[atom] - step >= 0) {
        change(table, sums, atom, -step);
        if (fits(sums, changed) && fits(sums, atom)) {
          return true;
        }
        change(table, sums, atom, step);
      }
    }
    return false;
  }

  private void change(long[] table, long[] sums, int atom, int step) {
    table[atom] += step;
    for (int claim : claimsOf[atom]) {
      sums[claim] += step;
    }
  }

  private boolean fits(long[] sums, int atom) {
    for (int claim : claimsOf[atom]) {
      if (sums[claim] < low[claim] || sums[claim] > high[claim]) {
        return false;
      }
    }
    return true;
  }

  private long[] sums(long[] table) {
    return Arrays.stream(members)
        .mapToLong(of -> Arrays.stream(of).mapToLong(atom -> table[atom]).sum())
        .toArray();
  }
}
