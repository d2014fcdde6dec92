package org.crossborough.outcomes.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class DisclosurePolicyPropertiesTest {

  private static final long LARGEST = 400;

  record Table(DisclosurePolicy policy, long part, long group) {

    Share share() {
      return policy.share(part, group);
    }
  }

  @Property
  void a_hidden_number_is_never_a_number(
      @ForAll DisclosurePolicy policy, @ForAll @LongRange(min = 0, max = LARGEST) long people) {
    Cell cell = policy.count(people);

    assertThat(cell.isHidden()).isEqualTo(policy.hides(people));
    assertThat(cell.isHidden()).isEqualTo(cell.shown() == null);
    assertThat(cell.toString().equals(Cell.MARK)).isEqualTo(cell.isHidden());
  }

  @Property
  void rounding_moves_a_number_by_less_than_half_a_step(
      @ForAll @LongRange(min = 8, max = LARGEST) long people) {
    long shown = shown(DisclosurePolicy.NHS_1_7_R5.count(people));

    assertThat(shown % 5).isZero();
    assertThat(Math.abs(shown - people)).isLessThanOrEqualTo(2);
  }

  @Property
  void more_people_never_show_as_fewer(
      @ForAll DisclosurePolicy policy, @ForAll @LongRange(min = 0, max = LARGEST) long people) {
    Cell fewer = policy.count(people);
    Cell more = policy.count(people + 1);

    if (!fewer.isHidden() && !more.isHidden()) {
      assertThat(shown(more)).isGreaterThanOrEqualTo(shown(fewer));
    }
  }

  @Property
  void a_shown_percentage_is_one(@ForAll("tables") Table table) {
    Share share = table.share();

    if (!share.isSuppressed()) {
      assertThat(shown(share.numerator())).isBetween(0L, shown(share.denominator()));
    }
  }

  /** The attack: whoever knows the rule lists every table that would have looked the same. */
  @Property(tries = 2000)
  void no_small_part_or_remainder_can_be_worked_out(@ForAll("tables") Table table) {
    if (table.policy().isExact()) {
      return;
    }
    List<Table> alike = alike(table);

    if (table.policy().hides(table.part()) && table.part() > 0) {
      assertThat(alike).as("parts").extracting(Table::part).hasSizeGreaterThan(1);
    }
    long remainder = table.group() - table.part();
    if (table.policy().hides(remainder) && remainder > 0) {
      assertThat(alike)
          .as("remainders")
          .extracting(other -> other.group() - other.part())
          .hasSizeGreaterThan(1);
    }
  }

  @Property
  void a_small_group_shows_nothing_of_its_sums(
      @ForAll @LongRange(min = 1, max = 7) long people,
      @ForAll @LongRange(min = -196, max = 196) long change,
      @ForAll @LongRange(min = 0, max = 1372) long start) {
    assertThat(DisclosurePolicy.NHS_1_7_R5.sums(people, change, start).isSuppressed()).isTrue();
  }

  @Provide
  Arbitrary<Table> tables() {
    return Combinators.combine(
            Arbitraries.of(DisclosurePolicy.class), Arbitraries.longs().between(0, 60))
        .flatAs((policy, group) ->
            Arbitraries.longs().between(0, group).map(part -> new Table(policy, part, group)));
  }

  private static List<Table> alike(Table table) {
    return LongStream.rangeClosed(0, table.group() + 5)
        .boxed()
        .flatMap(group ->
            LongStream.rangeClosed(0, group)
                .mapToObj(part -> new Table(table.policy(), part, group)))
        .filter(other -> other.share().equals(table.share()))
        .toList();
  }

  private static long shown(Cell cell) {
    Long shown = cell.shown();
    assertThat(shown).isNotNull();
    return shown == null ? -1 : shown;
  }
}
