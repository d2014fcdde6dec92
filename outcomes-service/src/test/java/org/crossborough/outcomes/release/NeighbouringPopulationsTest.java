package org.crossborough.outcomes.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.crossborough.outcomes.disclosure.Counts;
import org.crossborough.outcomes.disclosure.Group;
import org.crossborough.outcomes.disclosure.ReleaseBuilder;
import org.crossborough.outcomes.disclosure.ReleaseBuilder.Outcome.Released;
import org.crossborough.outcomes.release.FeedCell.Line;
import org.junit.jupiter.api.Test;

/**
 * Two populations that differ by one person, and how many of the products that leave tell them
 * apart. Rounding makes that seldom, not never: this counts it, of as many pairs as {@code
 * -Dcrossborough.neighbours} asks for. Generated, nobody real.
 */
class NeighbouringPopulationsTest {

  private static final int PAIRS = Integer.getInteger("crossborough.neighbours", 2);
  private static final ReportingPeriod QUARTER = new ReportingPeriod(2025, 1);
  private static final List<FeedProduct> LEAVING =
      List.of(FeedProduct.SHARED, FeedProduct.LONDON, FeedProduct.NATIONAL);

  /** One counted referral or man, with all that any product tells apart. */
  private record Somebody(Map<Breakdown, String> lines, String quarter, int outcome) {}

  @Test
  void one_person_more_seldom_changes_what_is_shown() {
    int compared = 0;
    int told = 0;
    Map<FeedProduct, Integer> toldBy = new HashMap<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      Random random = new Random(pair);
      for (Subject subject : List.of(Subject.REFERRALS, Subject.MEN)) {
        List<Somebody> people = population(random, 300 + random.nextInt(300));
        List<Somebody> oneMore = new ArrayList<>(people);
        oneMore.add(somebody(random));
        for (FeedProduct product : LEAVING) {
          compared++;
          if (!shown(product, subject, people).equals(shown(product, subject, oneMore))) {
            told++;
            toldBy.merge(product, 1, Integer::sum);
          }
        }
      }
    }

    System.out.printf(
        "One person more or less: %d of %d product tables differ %s%n", told, compared, toldBy);
    assertThat(told).isLessThan(compared);
  }

  private static List<Line> shown(FeedProduct product, Subject subject, List<Somebody> people) {
    Section section =
        product.sections().stream().filter(it -> it.subject() == subject).findFirst().orElseThrow();
    ReportingPeriod period = product.isYearly() ? QUARTER.wholeYear() : QUARTER;
    Layout layout = Layout.of(section, period, List.of());
    return ReleaseBuilder.build(
                layout.product(product.policy()), counts(layout, people), List.of(), List.of())
            instanceof Released(var release)
        ? Lines.of(layout, release)
        : List.of();
  }

  private static Counts counts(Layout layout, List<Somebody> people) {
    Section section = layout.section();
    Map<Group, Long> counts = new HashMap<>();
    for (Somebody each : people) {
      if (!layout.alone() || each.quarter().equals("Q1")) {
        String outcome =
            section.subject().outcomes().get(each.outcome() % section.subject().outcomes().size());
        String line = each.lines().getOrDefault(section.breakdown(), "");
        counts.merge(layout.atom(line, each.quarter(), outcome), 1L, Long::sum);
      }
    }
    return Counts.of(layout.grid(), counts);
  }

  private static List<Somebody> population(Random random, int size) {
    List<Somebody> people = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      people.add(somebody(random));
    }
    return people;
  }

  private static Somebody somebody(Random random) {
    Map<Breakdown, String> lines = new HashMap<>();
    for (Breakdown breakdown : List.of(Breakdown.BOROUGH, Breakdown.PROGRAMME, Breakdown.SOURCE)) {
      lines.put(breakdown, any(random, breakdown.lines()));
    }
    return new Somebody(lines, any(random, Subject.QUARTERS.values()), random.nextInt(1_000));
  }

  private static String any(Random random, List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
