package org.crossborough.referral.equality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinancialQuarterTest {

  @ParameterizedTest
  @CsvSource({
    "2026-04-01, 2026-Q1, 2026-04-01, 2026-06-30",
    "2026-07-31, 2026-Q2, 2026-07-01, 2026-09-30",
    "2026-12-31, 2026-Q3, 2026-10-01, 2026-12-31",
    "2026-03-31, 2025-Q4, 2026-01-01, 2026-03-31",
    "2026-01-01, 2025-Q4, 2026-01-01, 2026-03-31"
  })
  void a_financial_year_begins_in_april(LocalDate day, String name, LocalDate from, LocalDate to) {
    FinancialQuarter quarter = FinancialQuarter.of(day);

    assertThat(quarter.name()).isEqualTo(name);
    assertThat(quarter.from()).isEqualTo(from);
    assertThat(quarter.to()).isEqualTo(to);
  }

  @Property
  void every_day_is_in_exactly_one_quarter(@ForAll @IntRange(max = 36_000) int days) {
    LocalDate day = LocalDate.of(2000, 4, 1).plusDays(days);
    FinancialQuarter quarter = FinancialQuarter.of(day);

    assertThat(day).isBetween(quarter.from(), quarter.to());
    assertThat(quarter.previous().to()).isEqualTo(quarter.from().minusDays(1));
    assertThat(FinancialQuarter.named(quarter.name())).contains(quarter);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026", "2026-Q0", "2026-Q5", "1999-Q1", "2026Q1", "2026-Q1 "})
  void anything_else_names_no_quarter(String name) {
    assertThat(FinancialQuarter.named(name)).isEmpty();
  }
}
