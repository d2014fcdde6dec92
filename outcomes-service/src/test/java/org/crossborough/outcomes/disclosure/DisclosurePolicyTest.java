package org.crossborough.outcomes.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.crossborough.outcomes.disclosure.DisclosurePolicy.LT10;
import static org.crossborough.outcomes.disclosure.DisclosurePolicy.NDTMS_LT5;
import static org.crossborough.outcomes.disclosure.DisclosurePolicy.NDTMS_LT5_R5;
import static org.crossborough.outcomes.disclosure.DisclosurePolicy.NHS_1_7_R5;
import static org.crossborough.outcomes.disclosure.DisclosurePolicy.NONE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisclosurePolicyTest {

  @ParameterizedTest
  @CsvSource({"0,0", "1,*", "7,*", "8,10", "12,10", "13,15", "22,20", "23,25", "27,25", "30,30"})
  void nhs_hides_one_to_seven_and_rounds_the_rest_to_five(long people, String shown) {
    assertThat(NHS_1_7_R5.count(people)).hasToString(shown);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,*", "4,*", "5,5", "27,27"})
  void ndtms_hides_one_to_four_and_nothing_else(long people, String shown) {
    assertThat(NDTMS_LT5.count(people)).hasToString(shown);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,*", "4,*", "5,5", "7,5", "8,10", "27,25"})
  void shared_feeds_hide_one_to_four_and_round_the_rest_to_five(long people, String shown) {
    assertThat(NDTMS_LT5_R5.count(people)).hasToString(shown);
  }

  @ParameterizedTest
  @CsvSource({"0,*", "9,*", "10,10", "27,27"})
  void lt10_hides_everything_below_ten(long people, String shown) {
    assertThat(LT10.count(people)).hasToString(shown);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "27,27"})
  void without_a_policy_everything_is_exact(long people, String shown) {
    assertThat(NONE.count(people)).hasToString(shown);
  }

  @Test
  void the_pilot_publishes_as_30_25_20_and_15() {
    assertThat(NHS_1_7_R5.share(26, 30)).hasToString(share("25", "30"));
    assertThat(NHS_1_7_R5.share(20, 26)).hasToString(share("20", "25"));
    assertThat(NHS_1_7_R5.share(16, 30)).hasToString(share("15", "30"));
  }

  @Test
  void an_exact_small_remainder_hides_the_part() {
    assertThat(NDTMS_LT5.share(26, 30)).hasToString(share("*", "30"));
    assertThat(LT10.share(21, 30)).hasToString(share("*", "30"));
    assertThat(LT10.share(20, 30)).hasToString(share("20", "30"));
  }

  @Test
  void all_of_a_group_is_no_small_remainder_except_where_none_is_hidden_too() {
    assertThat(NDTMS_LT5.share(30, 30).isSuppressed()).isFalse();
    assertThat(LT10.share(30, 30).isSuppressed()).isTrue();
  }

  @Test
  void none_and_all_of_a_small_group_are_hidden_with_the_group() {
    assertThat(NHS_1_7_R5.share(0, 7)).hasToString(share("*", "*"));
    assertThat(NHS_1_7_R5.share(7, 7)).hasToString(share("*", "*"));
    assertThat(NDTMS_LT5.share(0, 4)).hasToString(share("*", "*"));
  }

  @Test
  void sums_over_too_few_people_are_hidden_and_others_rounded() {
    assertThat(NHS_1_7_R5.sums(7, 29, 100)).hasToString(share("*", "*"));
    assertThat(NHS_1_7_R5.sums(8, 29, 100)).hasToString(share("30", "100"));
    assertThat(NHS_1_7_R5.sums(8, -28, 3)).hasToString(share("-30", "5"));
    assertThat(NONE.sums(1, 29, 100)).hasToString(share("29", "100"));
  }

  @Test
  void what_is_no_count_or_no_part_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> NONE.count(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> NONE.share(2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> NONE.share(-1, 1));
  }

  private static String share(String part, String group) {
    return "Share[numerator=%s, denominator=%s]".formatted(part, group);
  }
}
