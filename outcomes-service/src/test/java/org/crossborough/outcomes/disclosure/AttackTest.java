package org.crossborough.outcomes.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AttackTest {

  private static final Dimension BOROUGH = new Dimension("borough", List.of("A", "B", "C"));
  private static final Grid BOROUGHS = new Grid("referrals", List.of(BOROUGH));
  private static final Group A = Group.of(Map.of("borough", "A"));

  @Test
  void two_claims_on_one_group_hold_together_whichever_came_first() {
    Claim one = new Claim(A, 2, 6);
    Claim other = new Claim(A, 4, 9);

    assertThat(Attack.with(BOROUGHS, List.of(one, other)).on(A)).isEqualTo(new Bounds(4, 6));
    assertThat(Attack.with(BOROUGHS, List.of(other, one)).on(A)).isEqualTo(new Bounds(4, 6));
  }

  @Test
  void two_claims_on_one_group_limit_what_a_third_leaves_possible() {
    List<Claim> claims =
        List.of(
            new Claim(Group.EVERYBODY, 20, 20),
            new Claim(Group.of(Map.of("borough", "B")), 8, 20),
            new Claim(Group.of(Map.of("borough", "B")), 0, 10),
            new Claim(Group.of(Map.of("borough", "C")), 9, 9));

    assertThat(Attack.with(BOROUGHS, claims).on(A)).isEqualTo(new Bounds(1, 3));
    assertThat(Attack.with(BOROUGHS, claims).leaves(A, 3)).isTrue();
    assertThat(Attack.with(BOROUGHS, claims).leaves(A, 4)).isFalse();
  }

  @Test
  void bands_that_overlap_or_leave_something_out_do_not_add_up() {
    Map<String, SortedSet<String>> overlapping =
        Map.of(
            "A-B", new TreeSet<>(List.of("A", "B")),
            "B-C", new TreeSet<>(List.of("B", "C")));

    assertThat(new Split("borough", overlapping).addsUp(BOROUGHS)).isFalse();
    assertThat(Split.each(new Dimension("borough", List.of("A", "B"))).addsUp(BOROUGHS)).isFalse();
    assertThat(Split.each(BOROUGH).addsUp(BOROUGHS)).isTrue();
  }
}
