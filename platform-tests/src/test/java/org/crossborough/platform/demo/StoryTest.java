package org.crossborough.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.crossborough.platform.driver.NewTopRecord.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTest {

  private static final Story PILOT_A = Story.named("pilot-a");
  private static final Story PILOT_B = Story.named("pilot-b");

  @Test
  void the_pilot_has_30_men_of_whom_26_start_and_20_reach_thirty_hours() {
    assertThat(PILOT_A.workedWith()).isEqualTo(30);
    assertThat(PILOT_A.started()).isEqualTo(26);
    assertThat(PILOT_A.reached()).isEqualTo(20);
  }

  @Test
  void the_article_counts_27_starters_of_whom_21_reach_thirty_hours() {
    assertThat(PILOT_B.workedWith()).isEqualTo(30);
    assertThat(PILOT_B.started()).isEqualTo(27);
    assertThat(PILOT_B.reached()).isEqualTo(21);
  }

  @Test
  void one_man_stands_on_each_side_of_the_threshold() {
    assertThat(PILOT_A.men()).filteredOn(man -> man.countableMinutes() == 1800).hasSize(1);
    assertThat(PILOT_A.men()).filteredOn(man -> man.countableMinutes() == 1799).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pilot-a", "pilot-b"})
  void sixteen_people_at_risk_from_starters_are_actively_supported(String name) {
    assertThat(Story.named(name).men())
        .filteredOn(man -> man.contact() == 4)
        .hasSize(16)
        .allMatch(Man::starts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pilot-a", "pilot-b", "thin"})
  void the_pairs_of_profiles_add_up_to_29_and_40_percent(String name) {
    List<Man> paired =
        Story.named(name).men().stream()
            .filter(man -> Character.isUpperCase(man.top()))
            .filter(Man::starts)
            .toList();

    int before = sum(paired, pair -> days(pair.before().values().stream()));
    int after = sum(paired, pair -> days(pair.after().values().stream()));
    int qualityBefore = sum(paired, TopPair::qualityBefore);
    int qualityAfter = sum(paired, TopPair::qualityAfter);

    assertThat((before - after) * 100).isEqualTo(29 * before);
    assertThat((qualityAfter - qualityBefore) * 100).isEqualTo(40 * qualityBefore);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pilot-a", "pilot-b", "thin"})
  void the_tables_are_complete(String name) {
    Story story = Story.named(name);

    assertThat(story.men())
        .allSatisfy(man -> {
          assertThat(man.attendance()).hasSameSizeAs(man.run().sessions());
          assertThat(man.decidedOn()).isBefore(man.run().startsOn());
        });
    assertThat(story.men().stream().map(Man::number)).doesNotHaveDuplicates();
    assertThat(story.runs())
        .allSatisfy(run -> {
          assertThat(story.menOf(run)).hasSizeLessThanOrEqualTo(15);
          assertThat(run.sessions()).isSorted().first().isEqualTo(run.startsOn());
          assertThat(run.sessions().getLast()).isBeforeOrEqualTo(run.endsOn());
        });
  }

  @Test
  void a_story_under_another_name_has_other_keys() {
    Story other = Story.named("thin", "thin-again");

    assertThat(other.key("step")).isNotEqualTo(Story.named("thin").key("step"));
    assertThat(other.men()).isEqualTo(Story.named("thin").men());
  }

  @Test
  void the_twins_are_in_no_other_story() {
    List<Integer> others =
        Stream.of("pilot-a", "pilot-b", "thin")
            .flatMap(name -> Story.named(name).men().stream())
            .map(Man::number)
            .toList();

    assertThat(Story.named("twins").men())
        .hasSize(2)
        .extracting(Man::number)
        .doesNotContainAnyElementsOf(others);
  }

  private static int sum(List<Man> men, ToIntFunction<TopPair> what) {
    return men.stream().map(man -> TopPair.of(man.top())).mapToInt(what).sum();
  }

  private static int days(Stream<Use> uses) {
    return uses.mapToInt(Use::total).sum();
  }
}
