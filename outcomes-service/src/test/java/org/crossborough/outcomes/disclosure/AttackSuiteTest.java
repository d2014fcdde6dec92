package org.crossborough.outcomes.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.outcomes.disclosure.GeneratedYear.BOROUGH;
import static org.crossborough.outcomes.disclosure.GeneratedYear.MONTH;
import static org.crossborough.outcomes.disclosure.GeneratedYear.QUARTER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  private static final Grid BOROUGHS = new Grid("referrals", List.of(BOROUGH));
  private static final int DAYS = 10;

  /** Attacks that take long are made on one year of so many, until all are asked for. */
  private static final int SOME = YEARS < 200 ? 5 : 1;

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
    Product product = boroughsByQuarter(DisclosurePolicy.NDTMS_LT5);
    int recovered = 0;

    for (int year = 0; year < YEARS; year++) {
      Counts counts = GeneratedYear.of(BY_QUARTER, year, 12);
      recovered += recovered(plain(product, counts), counts).size();
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

    // The finest grid, and so the longest attack.
    int years = Math.max(2, YEARS / SOME);
    int released = 0;
    for (int year = 0; year < years; year++) {
      Counts counts = GeneratedYear.of(BY_MONTH, year, 2);
      if (ReleaseBuilder.build(quarters, counts, List.of(), List.of())
          instanceof Released(Release release)) {
        released++;
        assertThat(recovered(release, counts)).as("year %d", year).isEmpty();
      }
    }
    System.out.printf(
        "Quarters of boroughs beside months of London: %d of %d years released, nobody pinned to a"
            + " month of a borough%n",
        released, years);
  }

  @ParameterizedTest
  @EnumSource(
      value = DisclosurePolicy.class,
      names = {"NDTMS_LT5", "NDTMS_LT5_R5", "NHS_1_7_R5"})
  void no_referral_is_pinned_to_the_day_it_came_in(DisclosurePolicy policy) {
    Product product =
        new Product(
            "boroughs",
            BOROUGHS,
            List.of(new Table("boroughs", List.of(Split.each(BOROUGH)))),
            policy);
    int released = 0;
    int pinned = 0;
    int pinnedByThePlainRule = 0;

    int years = Math.max(1, YEARS / SOME);
    for (int year = 0; year < years; year++) {
      List<Release> protectedDays = new ArrayList<>();
      List<Release> plainDays = new ArrayList<>();
      for (Counts counts : dayByDay(year)) {
        releasedAgain(product, counts, protectedDays).ifPresent(protectedDays::add);
        plainDays.add(plain(product, counts));
      }
      released += protectedDays.size();
      pinned += pinned(protectedDays);
      pinnedByThePlainRule += pinned(plainDays);
    }

    System.out.printf(
        "%s, %d years, released again on %d of %d days: %d late referrals pinned to their days;"
            + " by the plain rule %d%n",
        policy, years, released, years * DAYS, pinned, pinnedByThePlainRule);
    assertThat(pinned).isZero();
    assertThat(pinnedByThePlainRule).as("the positive control").isPositive();
  }

  /** The same quarter on each of some days, while late referrals still come in one by one. */
  private static List<Counts> dayByDay(int year) {
    Random random = new Random(year);
    Counts first = GeneratedYear.of(BOROUGHS, year, meanOf(year));
    long[] people =
        IntStream.range(0, BOROUGHS.atoms()).mapToLong(atom -> first.in(borough(atom))).toArray();
    List<Counts> days = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      days.add(Counts.of(BOROUGHS, people));
      for (int late = random.nextInt(6); late > 0; late--) {
        people[random.nextInt(people.length)]++;
      }
    }
    return days;
  }

  private static Group borough(int atom) {
    return Group.of(Map.of("borough", BOROUGH.values().get(atom)));
  }

  /** With the ledger of the days before: what still holds of it, and what does not. */
  private static Optional<Release> releasedAgain(
      Product product, Counts counts, List<Release> before) {
    Map<Boolean, List<Claim>> said =
        before.stream()
            .flatMap(release -> release.claims().stream())
            .collect(
                Collectors.partitioningBy(claim ->
                    claim.low() <= counts.in(claim.group())
                        && counts.in(claim.group()) <= claim.high()));
    return ReleaseBuilder.build(
                product,
                counts,
                said.getOrDefault(true, List.of()),
                said.getOrDefault(false, List.of()))
            instanceof Released(Release release)
        ? Optional.of(release)
        : Optional.empty();
  }

  /** How often two days side by side say of a borough that a few came between them. */
  private static int pinned(List<Release> days) {
    List<List<Bounds>> known =
        days.stream().map(day -> Subtraction.bounds(BOROUGHS, day.claims())).toList();
    int pinned = 0;
    for (int later = 1; later < known.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        for (int atom = 0; atom < BOROUGHS.atoms(); atom++) {
          Bounds before = known.get(earlier).get(atom);
          Bounds now = known.get(later).get(atom);
          boolean some = now.low() > before.high();
          boolean few = now.high() - before.low() < days.get(later).product().policy().threshold();
          pinned += some && few ? 1 : 0;
        }
      }
    }
    return pinned;
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
  private static Release plain(Product like, Counts counts) {
    Product product =
        new Product(like.id(), like.grid(), like.tables(), DisclosurePolicy.NDTMS_LT5);
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
