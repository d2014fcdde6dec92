package org.crossborough.referral.person;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NhsNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"9434765919", "9000000009", "9876543210"})
  void a_number_with_the_right_check_digit_is_taken(String number) {
    assertThat(NhsNumber.Check.holds(number)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9434765918", "943476591", "94347659190", "943 476 5919", "94347659A9", ""})
  void anything_else_is_not(String number) {
    assertThat(NhsNumber.Check.holds(number)).isFalse();
  }

  @Property
  void of_ten_possible_last_digits_at_most_one_holds(
      @ForAll @IntRange(max = 999_999_999) int start) {
    long holding = 0;
    for (int digit = 0; digit <= 9; digit++) {
      holding += NhsNumber.Check.holds("%09d%d".formatted(start, digit)) ? 1 : 0;
    }

    assertThat(holding).isLessThanOrEqualTo(1);
  }

  @Property
  void one_wrong_digit_is_found(
      @ForAll @IntRange(max = 9) int place, @ForAll @IntRange(max = 9) int digit) {
    StringBuilder number = new StringBuilder("9434765919");
    Assume.that(number.charAt(place) != '0' + digit);

    number.setCharAt(place, (char) ('0' + digit));

    assertThat(NhsNumber.Check.holds(number.toString())).isFalse();
  }
}
