package org.crossborough.outcomes.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.crossborough.outcomes.metric.ParticipationFixture.contacted;
import static org.crossborough.outcomes.metric.ParticipationFixture.merelyPlaced;
import static org.crossborough.outcomes.metric.ParticipationFixture.pilot;
import static org.crossborough.outcomes.metric.ParticipationFixture.started;
import static org.crossborough.outcomes.pairing.MeasureFixture.aMeasure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.outcomes.disclosure.DisclosurePolicy;
import org.crossborough.outcomes.pairing.Measure;
import org.crossborough.outcomes.pairing.MeasureFixture;
import org.crossborough.outcomes.pairing.PairingWindows;
import org.crossborough.outcomes.pairing.Stage;
import org.crossborough.outcomes.pathway.Participation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricTest {

  private static final PairingWindows WINDOWS = new PairingWindows(28, 14, 14, 42);

  @Test
  void pilot_a_started_26_of_30_and_20_of_them_reached_the_hours() {
    Cohort cohort = Cohort.of(pilot(30, 26, 20), List.of(), WINDOWS);

    assertThat(exact(Metric.START_RATE, cohort)).isEqualTo(shown(26, 30, "86.7"));
    assertThat(exact(Metric.THRESHOLD_REACHED, cohort)).isEqualTo(shown(20, 26, "76.9"));
  }

  @Test
  void pilot_b_started_27_of_30_and_21_of_them_reached_the_hours() {
    Cohort cohort = Cohort.of(pilot(30, 27, 21), List.of(), WINDOWS);

    assertThat(exact(Metric.START_RATE, cohort)).isEqualTo(shown(27, 30, "90.0"));
    assertThat(exact(Metric.THRESHOLD_REACHED, cohort)).isEqualTo(shown(21, 27, "77.8"));
  }

  @Test
  void the_fixture_of_six_used_29_per_cent_less_and_24_4_as_a_mean_of_men() {
    Cohort cohort = topFix1();

    assertThat(exact(Metric.SUBSTANCE_DAYS_CHANGE, cohort, Method.RATIO_OF_SUMS))
        .isEqualTo(new Release(29L, 100L, "29.0", false, 6L));
    assertThat(exact(Metric.SUBSTANCE_DAYS_CHANGE, cohort, Method.MEAN_OF_INDIVIDUAL))
        .isEqualTo(new Release(null, null, "24.4", false, 5L));
    assertThat(exact(Metric.SUBSTANCE_DAYS_CHANGE, cohort, Method.DAY_DIFFERENCE))
        .isEqualTo(new Release(-29L, 6L, "-4.8", false, 6L));
  }

  @Test
  void the_fixture_of_six_rated_life_40_per_cent_better_which_is_20_points_of_the_scale() {
    Cohort cohort = topFix1();

    assertThat(exact(Metric.QUALITY_OF_LIFE_CHANGE, cohort, Method.RATIO_OF_SUMS))
        .isEqualTo(new Release(24L, 60L, "40.0", false, 6L));
    assertThat(exact(Metric.QUALITY_OF_LIFE_CHANGE, cohort, Method.SCALE_POINTS))
        .isEqualTo(new Release(24L, 120L, "20.0", false, 6L));
  }

  @Test
  void a_man_on_two_runs_counts_once_and_his_minutes_add_up() {
    UUID man = UUID.randomUUID();
    Cohort cohort = Cohort.of(List.of(started(man, 1000), started(man, 800)), List.of(), WINDOWS);

    assertThat(exact(Metric.START_RATE, cohort)).isEqualTo(shown(1, 1, "100.0"));
    assertThat(exact(Metric.THRESHOLD_REACHED, cohort)).isEqualTo(shown(1, 1, "100.0"));
  }

  @Test
  void a_place_without_any_contact_is_not_work_with_a_man() {
    List<Participation> places =
        List.of(contacted(UUID.randomUUID()), merelyPlaced(UUID.randomUUID()));

    assertThat(exact(Metric.START_RATE, Cohort.of(places, List.of(), WINDOWS)))
        .isEqualTo(shown(0, 1, "0.0"));
  }

  @Test
  void a_man_who_did_not_start_has_no_pair_whatever_his_tops_say() {
    UUID man = UUID.randomUUID();
    List<Measure> tops =
        List.of(
            aMeasure(Stage.START, "2026-02-01").of(man).rating(8).build(),
            aMeasure(Stage.EXIT, "2026-03-20").of(man).rating(16).build());

    assertThat(Cohort.of(List.of(contacted(man)), tops, WINDOWS).pairs()).isEmpty();
  }

  @Test
  void without_anybody_there_is_no_value_and_nothing_is_suppressed() {
    Cohort nobody = new Cohort(List.of());

    for (Metric metric : Metric.values()) {
      for (Method method : metric.methods()) {
        Release release = exact(metric, nobody, method);
        assertThat(release.value()).as("%s by %s", metric, method).isNull();
        assertThat(release.suppressed()).isFalse();
      }
    }
  }

  @Test
  void a_method_the_metric_does_not_offer_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metric.QUALITY_OF_LIFE_CHANGE.of(topFix1(), Method.MEAN_OF_INDIVIDUAL));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metric.SUBSTANCE_DAYS_CHANGE.of(topFix1(), Method.SCALE_POINTS));
  }

  @Test
  void under_the_publishing_policy_six_pairs_are_too_few_by_any_method() {
    for (Method method : Metric.SUBSTANCE_DAYS_CHANGE.methods()) {
      Release release =
          Release.of(
              Metric.SUBSTANCE_DAYS_CHANGE.of(topFix1(), method), DisclosurePolicy.NHS_1_7_R5);
      assertThat(release).isEqualTo(new Release(null, null, "*", true, null));
    }
  }

  @Test
  void under_the_publishing_policy_percentages_come_from_rounded_parts() {
    Cohort cohort = Cohort.of(pilot(30, 26, 20), List.of(), WINDOWS);
    Figure reached = Metric.THRESHOLD_REACHED.of(cohort, Method.COUNT_RATIO);

    assertThat(Release.of(reached, DisclosurePolicy.NHS_1_7_R5)).isEqualTo(shown(20, 25, "80.0"));
    assertThat(Release.of(new Figure.SumRatio(8, 29, 102), DisclosurePolicy.NHS_1_7_R5))
        .isEqualTo(new Release(30L, 100L, "30.0", false, 10L));
    assertThat(Release.of(new Figure.Mean(8, Fraction.of(-30, 1)), DisclosurePolicy.NHS_1_7_R5))
        .isEqualTo(new Release(null, null, "-3.8", false, 10L));
  }

  private static Release exact(Metric metric, Cohort cohort) {
    return exact(metric, cohort, metric.defaultMethod());
  }

  private static Release exact(Metric metric, Cohort cohort, Method method) {
    return Release.of(metric.of(cohort, method), DisclosurePolicy.NONE);
  }

  private static Release shown(long numerator, long denominator, @Nullable String value) {
    return new Release(numerator, denominator, value, false, null);
  }

  private static Cohort topFix1() {
    List<Participation> places = new ArrayList<>();
    List<Measure> measures = new ArrayList<>();
    for (TopFix1.Man man : TopFix1.MEN) {
      UUID person = UUID.randomUUID();
      places.add(started(person, 150));
      measures.add(
          measure(aMeasure(Stage.START, "2026-02-01"), man.startDays())
              .rating(man.startLife())
              .of(person)
              .build());
      measures.add(
          measure(aMeasure(Stage.EXIT, "2026-03-20"), man.laterDays())
              .rating(man.laterLife())
              .of(person)
              .build());
    }
    return Cohort.of(places, measures, WINDOWS);
  }

  private static MeasureFixture measure(MeasureFixture blank, Map<String, Integer> days) {
    MeasureFixture measure = blank;
    for (Map.Entry<String, Integer> used : days.entrySet()) {
      measure = measure.using(used.getKey(), used.getValue());
    }
    return measure;
  }
}
