package org.crossborough.outcomes.tally;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A financial year, 1 April to 31 March, or a quarter of one: April to June is the first. */
public record FinancialPeriod(LocalDate from, LocalDate to) {

  private static final Pattern CODE = Pattern.compile("(20[0-9]{2})(?:-Q([1-4]))?");
  private static final int APRIL = 4;

  /**
   * The period of a code such as {@code 2026-Q1} or {@code 2026}; empty when it is no such code.
   */
  public static Optional<FinancialPeriod> of(String code) {
    Matcher matcher = CODE.matcher(code);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    LocalDate year = LocalDate.of(Integer.parseInt(matcher.group(1)), APRIL, 1);
    String quarter = matcher.group(2);
    return Optional.of(
        quarter == null
            ? new FinancialPeriod(year, year.plusYears(1).minusDays(1))
            : quarter(year, Integer.parseInt(quarter)));
  }

  private static FinancialPeriod quarter(LocalDate year, int quarter) {
    LocalDate from = year.plusMonths(3L * (quarter - 1));
    return new FinancialPeriod(from, from.plusMonths(3).minusDays(1));
  }
}
