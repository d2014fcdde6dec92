package org.crossborough.outcomes.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What an attack finds by moving people is what the programmes would have found. */
class AttackPropertiesTest {

  private static final Grid GRID =
      new Grid(
          "men",
          List.of(
              new Dimension("place", List.of("A", "B", "C", "D")),
              new Dimension("quarter", List.of("Q1", "Q2", "Q3"))));

  @Property(tries = 60)
  void short_cuts_say_nothing_that_the_programmes_would_not(@ForAll long seed) {
    Random random = new Random(seed);
    Counts counts =
        Counts.of(
            GRID, LongStream.generate(() -> random.nextInt(12)).limit(GRID.atoms()).toArray());
    List<Claim> claims = new ArrayList<>(List.of(claim(Group.EVERYBODY, counts, random)));
    for (Group group : GRID.groups()) {
      if (random.nextInt(3) > 0) {
        claims.add(claim(group, counts, random));
      }
    }

    for (Group group : GRID.groups()) {
      Attack attack = Attack.with(GRID, claims);
      attack.tryOut(counts);
      long possible = Attack.with(GRID, claims).on(group).possible();
      for (long least : new long[] {2, 4, 6}) {
        assertThat(attack.leaves(group, least))
            .as("%s, %d of %d", group, least, possible)
            .isEqualTo(possible >= least);
      }
    }
  }

  @Property(tries = 200)
  void people_are_moved_only_where_every_claim_still_fits(@ForAll long seed) {
    Random random = new Random(seed);
    Counts counts =
        Counts.of(
            GRID, LongStream.generate(() -> random.nextInt(12)).limit(GRID.atoms()).toArray());
    List<Claim> said = GRID.groups().stream().map(group -> claim(group, counts, random)).toList();
    Claims claims = Claims.over(GRID, said);

    assertThat(claims.fit(counts.atoms())).isTrue();
    for (Group group : GRID.groups()) {
      for (int step : new int[] {1, -1}) {
        long[] moved = claims.moved(counts.atoms(), GRID.atomsOf(group), step, 5);

        assertThat(claims.fit(moved)).isTrue();
        assertThat(LongStream.of(moved).min().orElseThrow()).isNotNegative();
        assertThat(step * (Counts.of(GRID, moved).in(group) - counts.in(group))).isBetween(0L, 5L);
      }
    }
  }

  /** Something true, more or less exact. */
  private static Claim claim(Group group, Counts counts, Random random) {
    long people = counts.in(group);
    int slack = random.nextInt(4);
    return new Claim(group, Math.max(0, people - random.nextInt(slack + 1)), people + slack);
  }
}
