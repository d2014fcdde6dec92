package org.crossborough.platform.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.crossborough.platform.acceptance.AcceptancePlatform.UnderTest;
import org.crossborough.platform.demo.Story;
import org.crossborough.platform.demo.StoryPlayer.Outcome;
import org.crossborough.platform.driver.CommissionerDesk;
import org.crossborough.platform.driver.Metric;
import org.crossborough.platform.driver.ProgrammeDesk;
import org.crossborough.platform.driver.SupportDesk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(AcceptancePlatform.class)
class PilotStoryAcceptanceIT {

  private static final String ISLINGTON = "demo-commissioner-borough";

  private final UnderTest platform;
  private final Outcome pilot;

  PilotStoryAcceptanceIT(UnderTest platform) {
    this.platform = platform;
    this.pilot = platform.play(Story.named("pilot-a"), (_, _, _) -> {});
  }

  @Test
  void thirty_men_are_referred_to_two_runs() {
    assertThat(pilot.runs()).hasSize(2).doesNotHaveDuplicates();
    assertThat(pilot.referrals()).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void the_borough_sees_the_published_figures_of_the_pilot() {
    assertThat(figure(pilot.borough(), "M-08", null)).isEqualTo("86.7 from 26 of 30");
    assertThat(figure(pilot.borough(), "M-12", null)).isEqualTo("76.9 from 20 of 26");
    assertThat(figure(pilot.borough(), "M-21", null)).isEqualTo("29.0 from 116 of 400");
    assertThat(figure(pilot.borough(), "M-22", null)).isEqualTo("40.0 from 96 of 240");
    assertThat(pilot.borough())
        .filteredOn(metric -> metric.id().equals("M-21"))
        .allSatisfy(metric -> {
          assertThat(metric.paired()).isEqualTo("24");
          assertThat(metric.started()).isEqualTo("26");
          assertThat(metric.policy()).isEqualTo("NONE");
          assertThat(metric.scope()).isEqualTo("E09000019");
        });
  }

  @Test
  void the_support_sides_figures_are_shown_unless_too_few_are_behind_them() {
    assertThat(figure(pilot.borough(), "M-18", "TIER_4")).isEqualTo("60.0 from 15 of 25");
    assertThat(figure(pilot.london(), "M-18", "TIER_4")).isEqualTo("60.0 from 15 of 25");
    assertThat(figure(pilot.london(), "M-18", "TIER_2")).isEqualTo("* from null of null");
  }

  @Test
  void london_sees_rounded_counts_only() {
    assertThat(pilot.london())
        .filteredOn(metric -> List.of("M-08", "M-12").contains(metric.id()))
        .hasSize(2)
        .allSatisfy(metric -> {
          assertThat(metric.policy()).isEqualTo("NHS_1_7_R5");
          assertThat(Integer.parseInt(Objects.requireNonNull(metric.numerator())) % 5).isZero();
          assertThat(Integer.parseInt(Objects.requireNonNull(metric.denominator())) % 5).isZero();
        });
  }

  @Test
  void another_method_gives_another_figure_from_the_same_records() {
    CommissionerDesk desk = new CommissionerDesk(platform.api(), ISLINGTON);

    assertThat(desk.metric("M-21", "MEAN_OF_INDIVIDUAL").value()).isEqualTo("24.4");
  }

  @Test
  void a_story_played_again_changes_nothing() {
    int cases = new SupportDesk(platform.api()).worklist().size();

    Outcome again = platform.play(Story.named("pilot-a"), (_, _, _) -> {});

    assertThat(again.runs()).isEqualTo(pilot.runs());
    assertThat(again.referrals()).isEqualTo(pilot.referrals());
    assertThat(again.borough())
        .usingRecursiveComparison()
        .ignoringFields("asOf")
        .isEqualTo(pilot.borough());
    assertThat(new SupportDesk(platform.api()).worklist()).hasSize(cases);
    ProgrammeDesk programme = new ProgrammeDesk(platform.api());
    assertThat(again.runs()).allSatisfy(run -> assertThat(programme.enrolments(run)).hasSize(15));
  }

  private static String figure(List<Metric> figures, String id, @Nullable String variant) {
    return figures.stream()
        .filter(metric -> metric.id().equals(id) && Objects.equals(metric.variant(), variant))
        .map(m -> "%s from %s of %s".formatted(m.value(), m.numerator(), m.denominator()))
        .findFirst()
        .orElse("no " + id);
  }
}
