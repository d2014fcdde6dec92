package org.crossborough.outcomes.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.outcomes.disclosure.GeneratedYear.BOROUGH;
import static org.crossborough.outcomes.disclosure.GeneratedYear.MONTH;
import static org.crossborough.outcomes.disclosure.GeneratedYear.QUARTER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.crossborough.outcomes.disclosure.Product.Table;
import org.crossborough.outcomes.disclosure.ReleaseBuilder.Outcome.Released;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Generated years against a reader who subtracts. {@code -Dcrossborough.attack.years=200} asks for
 * more of them than every build needs.
 */
class AttackSuiteTest {

  private static final int YEARS = Integer.getInteger("crossborough.attack.years", 5);
  private static final Grid BY_QUARTER = new Grid("referrals", List.of(BOROUGH, QUARTER));
  private static final Grid BY_MONTH = new Grid("referrals", List.of(BOROUGH, MONTH));

  @ParameterizedTest
  @EnumSource(
      value = DisclosurePolicy.class,
      names = {"NDTMS_LT5", "NDTMS_LT5_R5", "NHS_1_7_R5"})
  void no_hidden_number_comes_back_by_subtraction(DisclosurePolicy policy) {
    Product product = boroughsByQuarter(policy);
    int released = 0;

    for (int year = 0; year < YEARS; year++) {
      Counts counts = GeneratedYear.of(BY_QUARTER, year, meanOf(year));
      if (ReleaseBuilder.build(product, counts, List.of(), List.of())
          instanceof Released(Release release)) {
        released++;
        assertThat(recovered(release, counts)).as("year %d", year).isEmpty();
      }
    }

    System.out.printf(
        "%s: %d of %d generated years released, none recovered%n", policy, released, YEARS);
    assertThat(released).isGreaterThan(YEARS / 2);
  }

  @Test
  void the_plain_rule_alone_gives_hidden_numbers_back() {
    int recovered = 0;

    for (int year = 0; year < YEARS; year++) {
      Counts counts = GeneratedYear.of(BY_QUARTER, year, 12);
      recovered += recovered(plain(counts), counts).size();
    }

    System.out.printf(
        "Plain under-5 rule: %d hidden numbers recovered in %d years%n", recovered, YEARS);
    assertThat(recovered).isPositive();
  }

  @Test
  void no_referral_is_pinned_to_the_month_and_borough_it_came_in() {
    Product quarters =
        new Product(
            "quarters",
            BY_MONTH,
            List.of(
                new Table("boroughs", List.of(Split.each(BOROUGH), GeneratedYear.quarters())),
                new Table("london", List.of(Split.each(MONTH)))),
            DisclosurePolicy.NDTMS_LT5_R5);

    for (int year = 0; year < Math.max(2, YEARS / 6); year++) {
      Counts counts = GeneratedYear.of(BY_MONTH, year, 2);
      if (ReleaseBuilder.build(quarters, counts, List.of(), List.of())
          instanceof Released(Release release)) {
        assertThat(recovered(release, counts)).as("year %d", year).isEmpty();
      }
    }
  }

  private static Product boroughsByQuarter(DisclosurePolicy policy) {
    return new Product(
        "boroughs",
        BY_QUARTER,
        List.of(new Table("boroughs", List.of(Split.each(BOROUGH), Split.each(QUARTER)))),
        policy);
  }

  private static double meanOf(int year) {
    return new double[] {3, 7, 12, 20}[year % 4];
  }

  private static List<Group> recovered(Release release, Counts counts) {
    return Subtraction.recovered(
        release.product().grid(), release.claims(), counts, release.product().policy().threshold());
  }

  /** What a feed would show that hides counts under 5 and nothing else. */
  private static Release plain(Counts counts) {
    Product product = boroughsByQuarter(DisclosurePolicy.NDTMS_LT5);
    List<Claim> claims = new ArrayList<>();
    product
        .groups()
        .forEach(group ->
            claims.add(
                DisclosurePolicy.NDTMS_LT5.claimOf(
                    group, DisclosurePolicy.NDTMS_LT5.count(counts.in(group)), false)));
    return new Release(product, new LinkedHashMap<>(), claims);
  }
}
