package org.crossborough.outcomes.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.outcomes.pairing.MeasureFixture.aMeasure;
import static org.crossborough.outcomes.pairing.Stage.EXIT;
import static org.crossborough.outcomes.pairing.Stage.POST_TREATMENT_EXIT;
import static org.crossborough.outcomes.pairing.Stage.REVIEW;
import static org.crossborough.outcomes.pairing.Stage.START;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairingWindowsTest {

  private static final PairingWindows WINDOWS =
      PairingWindows.of(
          new SmallRyeConfigBuilder()
              .withMapping(PairingConfig.class)
              .build()
              .getConfigMapping(PairingConfig.class));
  private static final LocalDate FIRST = LocalDate.parse("2026-03-02");
  private static final LocalDate END = LocalDate.parse("2026-05-29");

  private final Measure start = aMeasure(START, "2026-03-01").build();
  private final Measure exit = aMeasure(EXIT, "2026-06-01").build();

  @Test
  void the_windows_are_those_of_the_programme_unless_configured() {
    assertThat(WINDOWS).isEqualTo(new PairingWindows(28, 14, 14, 42));
  }

  @ParameterizedTest
  @CsvSource({"2026-02-01,false", "2026-02-02,true", "2026-03-16,true", "2026-03-17,false"})
  void a_start_lies_from_28_days_before_to_14_after_the_first_session(String on, boolean paired) {
    Measure edge = aMeasure(START, on).build();

    assertThat(pair(edge, exit) != null).isEqualTo(paired);
  }

  @ParameterizedTest
  @CsvSource({"2026-05-14,false", "2026-05-15,true", "2026-07-10,true", "2026-07-11,false"})
  void a_later_one_lies_from_14_days_before_to_42_after_the_end(String on, boolean paired) {
    Measure edge = aMeasure(EXIT, on).build();

    assertThat(pair(start, edge) != null).isEqualTo(paired);
  }

  @Test
  void the_latest_start_or_review_and_the_earliest_later_record_are_taken() {
    Measure early = aMeasure(START, "2026-02-10").build();
    Measure review = aMeasure(REVIEW, "2026-03-05").build();
    Measure post = aMeasure(POST_TREATMENT_EXIT, "2026-06-20").build();

    assertThat(pair(early, post, review, exit)).isEqualTo(new Pair(review, exit));
  }

  @Test
  void an_exit_is_no_start_and_a_start_no_later_record() {
    assertThat(pair(aMeasure(EXIT, "2026-03-01").build(), exit)).isNull();
    assertThat(pair(start, aMeasure(START, "2026-06-01").build())).isNull();
  }

  @Test
  void a_missing_half_makes_no_pair() {
    assertThat(pair(start)).isNull();
    assertThat(pair(exit)).isNull();
  }

  @Test
  void a_review_is_not_paired_with_itself_after_a_short_stay() {
    Measure review = aMeasure(REVIEW, "2026-03-04").build();

    assertThat(WINDOWS.pair(List.of(review), FIRST, FIRST.plusDays(3))).isNull();
  }

  @Test
  void of_two_records_for_one_day_the_fuller_counts_in_any_order() {
    Measure thin = aMeasure(START, "2026-03-01").rating(9).build();
    Measure full = aMeasure(START, "2026-03-01").rating(9).using("alcohol", 3).build();

    assertThat(pair(thin, full, exit)).isEqualTo(new Pair(full, exit));
    assertThat(pair(full, thin, exit)).isEqualTo(new Pair(full, exit));
  }

  private static @Nullable Pair pair(Measure... measures) {
    return WINDOWS.pair(List.of(measures), FIRST, END);
  }
}
