package org.crossborough.outcomes.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crossborough.outcomes.disclosure.Product.Table;
import org.crossborough.outcomes.disclosure.ReleaseBuilder.Outcome;
import org.crossborough.outcomes.disclosure.ReleaseBuilder.Outcome.Refused;
import org.crossborough.outcomes.disclosure.ReleaseBuilder.Outcome.Released;
import org.junit.jupiter.api.Test;

class ReleaseBuilderTest {

  private static final Dimension BOROUGH = new Dimension("borough", List.of("A", "B", "C"));
  private static final Dimension QUARTER = new Dimension("quarter", List.of("Q1", "Q2"));
  private static final Dimension OUTCOME = new Dimension("outcome", List.of("DONE", "LEFT"));
  private static final Grid BOROUGHS = new Grid("referrals", List.of(BOROUGH));
  private static final Grid BOTH = new Grid("referrals", List.of(BOROUGH, QUARTER));

  @Test
  void a_count_that_is_small_is_hidden_and_a_second_one_keeps_it_company() {
    Release release = released(boroughs(), Counts.of(BOROUGHS, 3, 9, 20));

    assertThat(shown(release, "A")).isEqualTo("*");
    assertThat(shown(release, "B")).isEqualTo("*");
    assertThat(shown(release, "C")).isEqualTo("20");
    assertThat(release.cells().get(Group.EVERYBODY)).hasToString("32");
  }

  @Test
  void large_counts_are_shown_as_they_are() {
    Release release = released(boroughs(), Counts.of(BOROUGHS, 5, 9, 20));

    assertThat(release.cells().values()).noneMatch(Cell::isHidden);
  }

  @Test
  void nobody_is_shown_as_nobody() {
    assertThat(shown(released(boroughs(), Counts.of(BOROUGHS, 0, 9, 20)), "A")).isEqualTo("0");
  }

  @Test
  void two_small_counts_whose_sum_leaves_too_little_doubt_get_more_company() {
    // 1 and 1 beside a shown total: both would be known to be 0, 1 or 2.
    Release release = released(boroughs(), Counts.of(BOROUGHS, 1, 1, 20));

    assertThat(shown(release, "C")).isEqualTo("*");
  }

  @Test
  void a_group_in_which_all_are_alike_is_hidden_whole() {
    Grid grid = new Grid("endings", List.of(BOROUGH, OUTCOME));
    Product product =
        new Product(
            "endings",
            grid,
            List.of(new Table("endings", List.of(Split.each(BOROUGH), Split.each(OUTCOME)))),
            DisclosurePolicy.NDTMS_LT5);

    Release release = released(product, Counts.of(grid, 6, 0, 20, 30, 25, 40));

    assertThat(release.cells().get(Group.of(Map.of("borough", "A", "outcome", "DONE"))))
        .hasToString("*");
    assertThat(release.cells().get(Group.of(Map.of("borough", "A", "outcome", "LEFT"))))
        .hasToString("*");
  }

  @Test
  void a_mark_that_hides_that_all_are_alike_is_not_alone_in_its_line() {
    Dimension place = new Dimension("place", List.of("A", "B", "C"));
    Grid grid = new Grid("men", List.of(place, OUTCOME));
    Map<String, SortedSet<String>> stages = new LinkedHashMap<>();
    stages.put("ALL", new TreeSet<>(OUTCOME.values()));
    stages.put("DONE", new TreeSet<>(List.of("DONE")));
    Product product =
        new Product(
            "men",
            grid,
            List.of(new Table("men", List.of(Split.each(place), new Split("outcome", stages)))),
            DisclosurePolicy.NDTMS_LT5);

    // All six of A are done. Six is no small number, but the total less the others is six.
    Release release = released(product, Counts.of(grid, 6, 0, 30, 20, 40, 25));

    assertThat(release.cells().get(Group.of(Map.of("place", "A", "outcome", "DONE"))))
        .hasToString("*");
    List<Bounds> known = Subtraction.bounds(grid, release.claims());
    assertThat(known.getFirst().possible()).as("done in A").isGreaterThan(1);
  }

  @Test
  void a_table_that_shares_a_margin_with_a_released_one_does_not_complete_it() {
    Counts counts = Counts.of(BOTH, 2, 10, 30, 30, 30, 30);
    Product rows = product("rows", List.of(Split.each(BOROUGH)));
    Product cells = product("cells", List.of(Split.each(BOROUGH), Split.each(QUARTER)));

    Release first = released(rows, counts);
    Release second =
        ((Released) ReleaseBuilder.build(cells, counts, first.claims(), List.of())).release();

    Attack attack = Attack.with(BOTH, both(first, second));
    Group small = Group.of(Map.of("borough", "A", "quarter", "Q1"));
    assertThat(attack.on(small).possible()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void a_percentage_with_a_known_whole_is_as_good_as_the_number() {
    Group part = Group.of(Map.of("outcome", "DONE"));

    assertThat(Claim.ofPercentage(part, new BigDecimal("77"), whole(26)))
        .isEqualTo(new Claim(part, 20, 20));
    assertThat(Claim.ofPercentage(part, new BigDecimal("77.8"), whole(27)))
        .isEqualTo(new Claim(part, 21, 21));
  }

  private static Claim whole(long people) {
    return new Claim(Group.EVERYBODY, people, people);
  }

  @Test
  void a_release_is_refused_when_what_is_known_already_completes_it() {
    Counts counts = Counts.of(BOROUGHS, 3, 9, 20);
    List<Claim> leaked = List.of(new Claim(Group.of(Map.of("borough", "A")), 3, 3));

    Outcome outcome = ReleaseBuilder.build(boroughs(), counts, leaked, List.of());

    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(((Refused) outcome).findings())
        .anySatisfy(finding -> {
          assertThat(finding.group()).isEqualTo(Group.of(Map.of("borough", "A")));
          assertThat(finding.bounds()).isEqualTo(new Bounds(3, 3));
          assertThat(finding.reason()).isNotBlank();
        });
  }

  @Test
  void a_number_that_grew_by_one_since_it_was_shown_is_not_shown_again() {
    Release before = released(boroughs(), Counts.of(BOROUGHS, 10, 9, 20));

    Outcome after =
        ReleaseBuilder.build(
            boroughs(), Counts.of(BOROUGHS, 11, 9, 20), List.of(), before.claims());

    assertThat(after).isInstanceOf(Refused.class);
  }

  @Test
  void a_number_that_grew_by_a_group_may_be_shown_again() {
    Release before = released(boroughs(), Counts.of(BOROUGHS, 10, 9, 20));

    Outcome after =
        ReleaseBuilder.build(
            boroughs(), Counts.of(BOROUGHS, 18, 9, 20), List.of(), before.claims());

    assertThat(after).isInstanceOf(Released.class);
  }

  @Test
  void windows_that_overlap_do_not_give_away_the_month_between_them() {
    Dimension month = new Dimension("month", List.of("M1", "M2", "M3"));
    Grid grid = new Grid("referrals", List.of(month));
    Map<String, SortedSet<String>> windows = new LinkedHashMap<>();
    windows.put("M1-M2", new TreeSet<>(List.of("M1", "M2")));
    windows.put("M2-M3", new TreeSet<>(List.of("M2", "M3")));
    Product rolling =
        new Product(
            "rolling",
            grid,
            List.of(new Table("windows", List.of(new Split("month", windows)))),
            DisclosurePolicy.NDTMS_LT5);
    Counts counts = Counts.of(grid, 30, 20, 2);
    List<Claim> ledger = List.of(new Claim(Group.EVERYBODY, 52, 52));

    Outcome outcome = ReleaseBuilder.build(rolling, counts, ledger, List.of());

    // Everybody less the first window is the last month: that window must not be shown.
    Group first = new Group(new TreeMap<>(Map.of("month", windows.get("M1-M2"))));
    assertThat(((Released) outcome).release().cells().get(first)).hasToString("*");
    assertThat(((Released) outcome).release().cells().values()).anyMatch(cell -> !cell.isHidden());
  }

  @Test
  void what_is_exact_by_agreement_is_left_alone() {
    Product own = new Product("own", BOROUGHS, boroughs().tables(), DisclosurePolicy.NONE);

    assertThat(released(own, Counts.of(BOROUGHS, 1, 2, 3)).cells().values())
        .noneMatch(Cell::isHidden);
  }

  private static Product boroughs() {
    return new Product(
        "boroughs",
        BOROUGHS,
        List.of(new Table("boroughs", List.of(Split.each(BOROUGH)))),
        DisclosurePolicy.NDTMS_LT5);
  }

  private static Product product(String id, List<Split> splits) {
    return new Product(id, BOTH, List.of(new Table(id, splits)), DisclosurePolicy.NDTMS_LT5);
  }

  private static Release released(Product product, Counts counts) {
    return ((Released) ReleaseBuilder.build(product, counts, List.of(), List.of())).release();
  }

  private static String shown(Release release, String borough) {
    return String.valueOf(release.cells().get(Group.of(Map.of("borough", borough))));
  }

  private static List<Claim> both(Release one, Release other) {
    return Stream.concat(one.claims().stream(), other.claims().stream()).toList();
  }
}
