package org.crossborough.platform.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.crossborough.platform.driver.BoroughClient;
import org.crossborough.platform.driver.CommissionerDesk;
import org.crossborough.platform.driver.Metric;
import org.crossborough.platform.driver.NewTopRecord;
import org.crossborough.platform.driver.SupportDesk;

/** Outcome profiles come in, and figures come out. */
final class Measuring {

  private static final String LONDON = "demo-commissioner-london";
  private static final String ANALYST = "demo-outcomes-analyst";
  private static final int MONTHS_BEFORE_APRIL = 3;

  private final Stage stage;
  private final Story story;

  Measuring(Stage stage) {
    this.stage = stage;
    this.story = stage.story();
  }

  void recordProfiles(Map<Man, String> referrals) {
    List<Man> measured = story.men().stream().filter(man -> man.top() != '-').toList();
    stage.forEach(
        "men with outcome profiles recorded",
        measured,
        man -> recordProfiles(man, Objects.requireNonNull(referrals.get(man))));
  }

  private void recordProfiles(Man man, String referral) {
    BoroughClient borough = new BoroughClient(stage.api(), man.borough().client());
    TopPair pair = TopPair.of(man.top());
    LocalDate before = man.run().startsOn().minusDays(7);
    borough.recordTop(
        story.key(man, "top-start"),
        profile(referral, "START", before, pair.before(), pair.qualityBefore()));
    if (Character.isUpperCase(man.top())) {
      LocalDate after = Delivering.endOf(man).plusDays(7);
      borough.recordTop(
          story.key(man, "top-exit"),
          profile(referral, "EXIT", after, pair.after(), pair.qualityAfter()));
    }
  }

  private static NewTopRecord profile(
      String referral,
      String stage,
      LocalDate day,
      Map<String, NewTopRecord.Use> substances,
      int quality) {
    return new NewTopRecord(referral, stage, day, "TOP_2018_PLUS", substances, null, null, quality);
  }

  /** Waits until everything that was recorded has found its way into the figures. */
  void awaitFigures() {
    stage.api().patience().until("the figures to be complete", () -> complete(boroughFigures()));
  }

  private boolean complete(List<Metric> figures) {
    return has(figures, "M-08", story.started(), story.workedWith())
        && has(figures, "M-12", story.reached(), story.started());
  }

  private static boolean has(List<Metric> figures, String id, int numerator, int denominator) {
    return figures.stream()
        .filter(figure -> figure.id().equals(id))
        .anyMatch(figure -> figure.hasReached(numerator, denominator));
  }

  boolean needsSupportFigures() {
    return story.publishedPeriod().isPresent() && !hasSupportFigures();
  }

  private boolean hasSupportFigures() {
    return londonFigures().stream()
        .filter(figure -> figure.id().equals("M-18"))
        .anyMatch(figure -> story.publishedPeriod().equals(Optional.ofNullable(figure.period())));
  }

  /** The support side publishes its own figures, which then reach the commissioners. */
  void publishSupportFigures() {
    String period = story.publishedPeriod().orElseThrow();
    new SupportDesk(stage.api()).publishAggregates(story.key("aggregates"), period);
    stage
        .api()
        .patience()
        .until("the support side's figures to be published", this::hasSupportFigures);
  }

  /** London reads what was released: the quarter in which the last of the men were first seen. */
  void releaseLondon() {
    LocalDate seen =
        story.men().stream().map(Man::assessedOn).max(Comparator.naturalOrder()).orElseThrow();
    String quarter = quarterOf(seen);
    new CommissionerDesk(stage.api(), ANALYST)
        .releaseLondon(story.key("release-" + quarter), quarter);
  }

  /** Of the financial year, which begins in April. */
  private static String quarterOf(LocalDate day) {
    LocalDate inCalendarYear = day.minusMonths(MONTHS_BEFORE_APRIL);
    return "%d-Q%d".formatted(inCalendarYear.getYear(), (inCalendarYear.getMonthValue() + 2) / 3);
  }

  List<Metric> boroughFigures() {
    return new CommissionerDesk(stage.api(), commissioner()).metrics();
  }

  List<Metric> londonFigures() {
    return new CommissionerDesk(stage.api(), LONDON).metrics();
  }

  /** The commissioner of the borough in which the story's runs take place. */
  private String commissioner() {
    String borough = story.runs().iterator().next().boroughCode();
    return borough.equals(Borough.CAMDEN.code())
        ? "demo-commissioner-camden"
        : "demo-commissioner-borough";
  }
}
