package org.crossborough.outcomes.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * What a reader can work out who puts together everything that was released: totals minus cells,
 * windows that overlap, percentages with known wholes, tables that share a margin. All of them are
 * linear claims over the same atoms, so the least and the greatest number that a group can have are
 * two linear programmes. Whole numbers are asked for only by rounding the bounds inwards: in tables
 * of more than two dimensions a reader with more patience may find narrower ones.
 */
final class Attack {

  private static final double TOLERANCE = 1e-6;

  private final Grid grid;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final Variable[] atoms;

  /** Which atoms some claim bounds from above. */
  private final boolean[] bounded;

  /** Tables that fit every claim; what differs between two of them is in doubt. */
  private final List<long[]> witnesses = new ArrayList<>();

  private final Claims claims;

  private Attack(Grid grid, Collection<Claim> claims) {
    this.grid = grid;
    this.claims = Claims.over(grid, claims);
    this.atoms =
        IntStream.range(0, grid.atoms())
            .mapToObj(i -> model.newVariable("atom-" + i).lower(0))
            .toArray(Variable[]::new);
    this.bounded = new boolean[grid.atoms()];
  }

  /** An attack with some claims, of which there may be several on the same group. */
  static Attack with(Grid grid, Collection<Claim> claims) {
    Map<Group, Claim> narrowest = new TreeMap<>();
    claims.forEach(claim -> narrowest.merge(claim.group(), claim, Attack::both));
    Attack attack = new Attack(grid, narrowest.values());
    narrowest.values().forEach(attack::know);
    return attack;
  }

  private static Claim both(Claim one, Claim other) {
    return new Claim(
        one.group(), Math.max(one.low(), other.low()), Math.min(one.high(), other.high()));
  }

  private void know(Claim claim) {
    Expression sum = model.newExpression("claim-" + claim.group()).lower(claim.low());
    if (claim.high() != Claim.ANY) {
      sum.upper(claim.high());
    }
    for (int atom : grid.atomsOf(claim.group())) {
      sum.set(atoms[atom], 1);
      bounded[atom] |= claim.high() != Claim.ANY;
    }
  }

  /** Between which numbers a group's number must lie. */
  Bounds on(Group group) {
    int[] members = grid.atomsOf(group);
    aimAt(members);
    long low = (long) Math.ceil(solved(model.minimise()).getValue() - TOLERANCE);
    Optimisation.Result greatest = model.maximise();
    long high =
        greatest.getState() == Optimisation.State.UNBOUNDED
            ? Claim.ANY
            : (long) Math.floor(solved(greatest).getValue() + TOLERANCE);
    return new Bounds(Math.max(0, low), high);
  }

  /** Counts that may fit every claim, for others to be found near them. */
  void tryOut(Counts counts) {
    long[] table = counts.atoms();
    if (claims.fit(table)) {
      witnesses.add(table);
    }
  }

  private void aimAt(int[] members) {
    for (Variable atom : atoms) {
      atom.weight(null);
    }
    for (int member : members) {
      atoms[member].weight(1);
    }
  }

  private Optimisation.Result solved(Optimisation.Result result) {
    if (!result.getState().isFeasible()) {
      throw new IllegalStateException(
          "The claims on %s contradict each other: %s"
              .formatted(grid.measure(), result.getState()));
    }
    remember(result);
    return result;
  }

  private void remember(Optimisation.Result result) {
    long[] table = new long[atoms.length];
    for (int i = 0; i < atoms.length; i++) {
      double value = result.doubleValue(i);
      table[i] = Math.round(value);
      if (Math.abs(value - table[i]) > TOLERANCE) {
        return;
      }
    }
    witnesses.add(table);
  }

  /**
   * Whether at least so many numbers stay possible for a group. Tables found before often show it
   * without another programme.
   */
  boolean leaves(Group group, long possible) {
    int[] members = grid.atomsOf(group);
    if (IntStream.of(members).anyMatch(member -> !bounded[member])) {
      // Nothing was said that would limit it, as of a quarter not released yet.
      return true;
    }
    if (seen(members) >= possible) {
      return true;
    }
    if (!witnesses.isEmpty()) {
      // A few people moved at a time: mostly enough, and much cheaper than a programme.
      long[] near = witnesses.getFirst();
      witnesses.add(claims.moved(near, members, 1, possible));
      witnesses.add(claims.moved(near, members, -1, possible));
      if (seen(members) >= possible) {
        return true;
      }
    }
    return on(group).possible() >= possible;
  }

  /** How many numbers lie between the least and the greatest that a group has in any table. */
  private long seen(int[] members) {
    LongSummaryStatistics numbers =
        witnesses.stream().mapToLong(table -> sum(table, members)).summaryStatistics();
    return numbers.getCount() == 0 ? 0 : numbers.getMax() - numbers.getMin() + 1;
  }

  private static long sum(long[] table, int[] members) {
    return Arrays.stream(members).mapToLong(member -> table[member]).sum();
  }
}
