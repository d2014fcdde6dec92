package org.crossborough.programme.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FigureTest {

  @Test
  void a_percentage_has_one_decimal_rounded_half_up_once() {
    assertThat(Figure.percent(20, 26)).isEqualByComparingTo("76.9");
    assertThat(Figure.percent(21, 27)).isEqualByComparingTo("77.8");
    assertThat(Figure.percent(1, 16)).isEqualByComparingTo("6.3");
    assertThat(Figure.percent(0, 0)).isNull();
  }

  @Property(tries = 200)
  void a_share_lies_between_nothing_and_all(
      @ForAll @LongRange(min = 0, max = 1_000_000) long part,
      @ForAll @LongRange(min = 0, max = 1_000_000) long rest) {
    BigDecimal percent = Figure.percent(part, part + rest);

    if (percent != null) {
      assertThat(percent).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
    }
  }
}
