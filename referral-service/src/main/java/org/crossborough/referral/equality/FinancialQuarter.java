package org.crossborough.referral.equality;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of the financial year, 1 April to 31 March.
 *
 * @param year the year in which the financial year begins
 * @param number 1 for April to June, to 4 for January to March
 */
record FinancialQuarter(int year, int number) {

  private static final Pattern NAME = Pattern.compile("(20\\d\\d)-Q([1-4])");

  /** The quarter of a name such as {@code 2026-Q1}; empty when it is none. */
  static Optional<FinancialQuarter> named(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches()
        ? Optional.of(
            new FinancialQuarter(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  /** The quarter that a day is in. */
  static FinancialQuarter of(LocalDate day) {
    LocalDate shifted = day.minusMonths(3);
    return new FinancialQuarter(shifted.getYear(), shifted.get(IsoFields.QUARTER_OF_YEAR));
  }

  FinancialQuarter previous() {
    return of(from().minusDays(1));
  }

  /** The first day. */
  LocalDate from() {
    return LocalDate.of(year, Month.APRIL, 1).plusMonths(3L * (number - 1));
  }

  /** The last day. */
  LocalDate to() {
    return from().plusMonths(3).minusDays(1);
  }

  /** The name, such as {@code 2026-Q1} for April to June 2026. */
  String name() {
    return "%d-Q%d".formatted(year, number);
  }
}
