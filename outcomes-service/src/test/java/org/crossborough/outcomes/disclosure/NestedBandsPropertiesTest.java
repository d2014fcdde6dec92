package org.crossborough.outcomes.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crossborough.outcomes.disclosure.Product.Table;
import org.crossborough.outcomes.disclosure.ReleaseBuilder.Outcome.Released;

/** Percentages are parts of wholes in one table: neither a part nor what it leaves comes back. */
class NestedBandsPropertiesTest {

  private static final Dimension PLACE = new Dimension("place", List.of("A", "B", "C", "D"));
  private static final Dimension OUTCOME =
      new Dimension("outcome", List.of("NOT_STARTED", "STARTED", "REACHED"));
  private static final Grid GRID = new Grid("men", List.of(PLACE, OUTCOME));

  @Property(tries = 150)
  void no_small_part_or_remainder_comes_back_by_subtraction(
      @ForAll("policies") DisclosurePolicy policy, @ForAll("counts") List<Integer> people) {
    Counts counts = Counts.of(GRID, people.stream().mapToLong(Integer::longValue).toArray());
    Product product =
        new Product(
            "men",
            GRID,
            List.of(new Table("men", List.of(Split.each(PLACE), new Split("outcome", stages())))),
            policy);

    if (ReleaseBuilder.build(product, counts, List.of(), List.of())
        instanceof Released(Release release)) {
      assertThat(Subtraction.recovered(GRID, release.claims(), counts, policy.threshold()))
          .isEmpty();
      release
          .cells()
          .forEach((group, cell) ->
              assertThat(cell.isHidden() || !policy.hides(counts.in(group)))
                  .as("%s", group)
                  .isTrue());
    }
  }

  @Property(tries = 150)
  void nobody_learns_that_all_or_none_of_a_small_group_came_so_far(
      @ForAll("policies") DisclosurePolicy policy, @ForAll("counts") List<Integer> people) {
    Counts counts = Counts.of(GRID, people.stream().mapToLong(Integer::longValue).toArray());
    Product product =
        new Product(
            "men",
            GRID,
            List.of(new Table("men", List.of(Split.each(PLACE), new Split("outcome", stages())))),
            policy);

    if (ReleaseBuilder.build(product, counts, List.of(), List.of())
        instanceof Released(Release release)) {
      release
          .cells()
          .forEach((group, cell) -> {
            Group whole = group.and("outcome", new TreeSet<>(OUTCOME.values()));
            long all = counts.in(whole);
            boolean alike = counts.in(group) == 0 || counts.in(group) == all;
            if (!group.equals(whole) && all > 0 && all < 2 * policy.threshold() && alike) {
              assertThat(cell.isHidden()).as("%s", group).isTrue();
            }
          });
    }
  }

  private static Map<String, SortedSet<String>> stages() {
    Map<String, SortedSet<String>> stages = new LinkedHashMap<>();
    stages.put("ALL", new TreeSet<>(OUTCOME.values()));
    stages.put("STARTED", new TreeSet<>(OUTCOME.values().subList(1, 3)));
    stages.put("REACHED", new TreeSet<>(OUTCOME.values().subList(2, 3)));
    return stages;
  }

  @Provide
  Arbitrary<DisclosurePolicy> policies() {
    return Arbitraries.of(
        DisclosurePolicy.NDTMS_LT5, DisclosurePolicy.NDTMS_LT5_R5, DisclosurePolicy.NHS_1_7_R5);
  }

  @Provide
  Arbitrary<List<Integer>> counts() {
    return Arbitraries.integers().between(0, 30).list().ofSize(GRID.atoms());
  }
}
