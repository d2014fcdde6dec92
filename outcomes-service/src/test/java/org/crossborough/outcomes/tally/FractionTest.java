package org.crossborough.outcomes.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {

  @ParameterizedTest
  @CsvSource({"26,30,86.7", "20,26,76.9", "27,30,90.0", "21,27,77.8", "29,100,29.0", "0,5,0.0"})
  void a_percentage_has_one_decimal(long part, long group, String shown) {
    assertThat(Fraction.of(part, group).times(100).toOneDecimal()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"1,20,0.1", "-1,20,-0.1", "49,1000,0.0", "9,20,0.5"})
  void a_half_goes_up_and_is_rounded_once(long numerator, long denominator, String shown) {
    assertThat(Fraction.of(numerator, denominator).toOneDecimal()).isEqualTo(shown);
  }

  @Test
  void thirds_add_up_to_a_whole() {
    Fraction third = Fraction.of(1, 3);

    assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.of(1, 1));
  }

  @Test
  void nothing_is_divided_by_nothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> Fraction.of(1, 0));
  }

  @Property
  void the_rounded_number_is_within_a_twentieth_of_the_exact_one(
      @ForAll @LongRange(min = -100_000, max = 100_000) long numerator,
      @ForAll @LongRange(min = 1, max = 10_000) long denominator) {
    BigDecimal exact =
        new BigDecimal(numerator).divide(new BigDecimal(denominator), MathContext.DECIMAL128);
    BigDecimal rounded = new BigDecimal(Fraction.of(numerator, denominator).toOneDecimal());

    assertThat(rounded.scale()).isEqualTo(1);
    assertThat(rounded.subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.05"));
  }
}
