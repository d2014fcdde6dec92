package org.crossborough.outcomes.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingPeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2026-Q1, 2026-04-01, 2026-06-30, April 2026 to June 2026",
    "2026-Q3, 2026-10-01, 2026-12-31, October 2026 to December 2026",
    "2026-Q4, 2027-01-01, 2027-03-31, January 2027 to March 2027",
    "2026, 2026-04-01, 2027-03-31, April 2026 to March 2027"
  })
  void a_period_is_named_after_the_financial_year_it_is_in(
      String name, LocalDate from, LocalDate to, String inWords) {
    ReportingPeriod period = ReportingPeriod.named(name).orElseThrow();

    assertThat(period.from()).isEqualTo(from);
    assertThat(period.to()).isEqualTo(to);
    assertThat(period).hasToString(name);
    assertThat(period.inWords()).isEqualTo(inWords);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-Q5", "2026-Q0", "26-Q1", "2026-q1", "1999", "2026-Q1 ", "May"})
  void anything_else_is_no_period(String name) {
    assertThat(ReportingPeriod.named(name)).isEmpty();
  }
}
