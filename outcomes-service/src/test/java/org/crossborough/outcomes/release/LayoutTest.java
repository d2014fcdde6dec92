package org.crossborough.outcomes.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.crossborough.outcomes.disclosure.Claim;
import org.crossborough.outcomes.disclosure.Counts;
import org.crossborough.outcomes.disclosure.DisclosurePolicy;
import org.crossborough.outcomes.disclosure.Group;
import org.crossborough.outcomes.disclosure.ReleaseBuilder;
import org.crossborough.outcomes.disclosure.ReleaseBuilder.Outcome.Released;
import org.crossborough.outcomes.release.Subject.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one section says is understood by every other section of the same people. */
class LayoutTest {

  private static final ReportingPeriod QUARTER = new ReportingPeriod(2025, 2);

  @ParameterizedTest
  @EnumSource(Subject.class)
  void everybody_is_of_one_kind_and_every_measure_is_a_part_of_its_whole(Subject subject) {
    Layout layout = Layout.of(new Section(subject, Breakdown.TOTAL), QUARTER, List.of());

    subject.outcomes().forEach(outcome -> assertThat(layout.atom("", "Q2", outcome)).isNotNull());
    subject
        .measures()
        .forEach(measure ->
            assertThat(subject.those(measure.whole() == null ? measure.part() : measure.whole()))
                .isNotEmpty()
                .containsAll(subject.those(measure.part())));
  }

  @Test
  void a_product_tells_of_the_same_people_in_one_section_only() {
    for (FeedProduct product : FeedProduct.values()) {
      assertThat(product.sections().stream().map(Section::subject)).doesNotHaveDuplicates();
    }
  }

  @Test
  void a_coarse_claim_is_read_in_a_finer_section_and_back() {
    Layout boroughs =
        Layout.of(new Section(Subject.MEN, Breakdown.TOTAL, "M-08", "M-12"), QUARTER, List.of());
    Layout all = Layout.of(new Section(Subject.MEN, Breakdown.TOTAL), QUARTER, List.of());
    Claim started = new Claim(group(boroughs, "STARTED"), 8, 12);

    Claim entered = boroughs.forLedger(started);

    assertThat(entered.group().where().get(Subject.QUARTER)).containsExactly("Q2");
    assertThat(all.fromLedger(entered)).contains(new Claim(group(all, "STARTED"), 8, 12));
    assertThat(boroughs.fromLedger(entered)).contains(started);
    // A number that moved is found by the group it was shown of.
    Claim everybody = new Claim(group(all, Measure.EVERYBODY), 8, 12);
    assertThat(all.fromLedger(all.forLedger(everybody))).contains(everybody);
    // Which TOPs a man has cannot be said where it is not told apart.
    Claim finer = all.forLedger(new Claim(group(all, "ENTRY_TOP"), 8, 12));
    assertThat(boroughs.fromLedger(finer)).isEmpty();
  }

  @Test
  void a_quarter_is_a_grid_of_its_own_until_something_is_said_across_quarters() {
    Section section = new Section(Subject.REFERRALS, Breakdown.SOURCE);
    Claim ofQuarter = new Claim(Group.of(Map.of(Subject.QUARTER, "Q1")), 8, 12);
    Claim ofYear = new Claim(Group.EVERYBODY, 8, 12);

    assertThat(Layout.of(section, QUARTER, List.of(ofQuarter)).alone()).isTrue();
    assertThat(Layout.of(section, QUARTER, List.of(ofQuarter, ofYear)).alone()).isFalse();
    assertThat(Layout.of(section, QUARTER, List.of(ofQuarter)).fromLedger(ofQuarter)).isEmpty();
    assertThat(Layout.of(section, QUARTER, List.of(ofYear)).fromLedger(ofQuarter)).isPresent();
  }

  @Test
  void a_grid_of_its_own_shows_what_the_years_grid_shows() {
    for (int seed = 0; seed < 5; seed++) {
      Section section = new Section(Subject.REFERRALS, Breakdown.SOURCE);
      Random random = new Random(seed);
      List<String[]> people =
          random
              .ints(150)
              .mapToObj(any ->
                  new String[] {
                    List.of("GP", "POLICE", "HOUSING").get(random.nextInt(3)),
                    "Q" + (1 + random.nextInt(4)),
                    section.subject().outcomes().get(random.nextInt(4))
                  })
              .toList();

      assertThat(shown(new Layout(section, QUARTER, true), people))
          .isEqualTo(shown(new Layout(section, QUARTER, false), people));
    }
  }

  private static List<FeedCell.Line> shown(Layout layout, List<String[]> people) {
    Map<Group, Long> counts = new HashMap<>();
    people.stream()
        .filter(each -> !layout.alone() || each[1].equals("Q2"))
        .forEach(each -> counts.merge(layout.atom(each[0], each[1], each[2]), 1L, Long::sum));
    return ReleaseBuilder.build(
                layout.product(DisclosurePolicy.NHS_1_7_R5),
                Counts.of(layout.grid(), counts),
                List.of(),
                List.of())
            instanceof Released(var release)
        ? Lines.of(layout, release)
        : List.of();
  }

  private static Group group(Layout layout, String word) {
    return new Group(new TreeMap<>(Map.of(Subject.OUTCOME, layout.kindsOf(word))));
  }
}
