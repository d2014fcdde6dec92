package org.crossborough.safety.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crossborough.contracts.SafetyEvent.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowCountPolicyTest {

  @ParameterizedTest
  @CsvSource({"10,20,false", "9,20,true", "11,20,true", "0,30,true", "30,30,true", "16,30,false"})
  void either_side_below_ten_hides_the_share(int numerator, int denominator, boolean hidden) {
    assertThat(LowCountPolicy.cell("M-18", "TIER_4", numerator, denominator).suppressed())
        .isEqualTo(hidden);
  }

  @Test
  void nobody_at_all_is_hidden_as_well() {
    assertThat(LowCountPolicy.cell("M-18", "TIER_4", 0, 0))
        .isEqualTo(new Cell("M-18", "TIER_4", null, null, true));
  }

  @Property
  void whatever_is_told_has_ten_people_on_both_sides(
      @ForAll @IntRange(max = 200) int numerator, @ForAll @IntRange(max = 200) int others) {
    Cell cell = LowCountPolicy.cell("M-18", "TIER_2", numerator, numerator + others);

    assertThat(cell.suppressed()).isEqualTo(numerator < 10 || others < 10);
    assertThat(cell.numerator() == null).isEqualTo(cell.suppressed());
    assertThat(cell.denominator() == null).isEqualTo(cell.suppressed());
  }

  @ParameterizedTest
  @CsvSource({"16,26,15,25", "12,22,10,20", "13,23,15,25", "10,20,10,20", "18,33,20,35"})
  void what_is_told_is_told_in_fives(int numerator, int denominator, int shown, int outOf) {
    assertThat(LowCountPolicy.cell("M-18", "TIER_4", numerator, denominator))
        .isEqualTo(new Cell("M-18", "TIER_4", shown, outOf, false));
  }
}
