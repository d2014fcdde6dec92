package org.crossborough.outcomes.release;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A financial year, 1 April to 31 March, or one of its quarters.
 *
 * @param year the year in which the financial year begins
 * @param quarter 1 for April to June, to 4 for January to March; 0 for the whole year
 */
public record ReportingPeriod(int year, int quarter) {

  private static final int WHOLE_YEAR = 0;
  private static final Pattern NAME = Pattern.compile("(20\\d\\d)(?:-Q([1-4]))?");

  /** The period of a name such as {@code 2026-Q1} or {@code 2026}; empty when it is none. */
  public static Optional<ReportingPeriod> named(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int quarter = parts.group(2) == null ? WHOLE_YEAR : Integer.parseInt(parts.group(2));
    return Optional.of(new ReportingPeriod(Integer.parseInt(parts.group(1)), quarter));
  }

  /** Whether it is all four quarters. */
  public boolean isYear() {
    return quarter == WHOLE_YEAR;
  }

  /** The first day. */
  public LocalDate from() {
    LocalDate april = LocalDate.of(year, Month.APRIL, 1);
    return isYear() ? april : april.plusMonths(3L * (quarter - 1));
  }

  /** The last day. */
  public LocalDate to() {
    return from().plusMonths(isYear() ? 12 : 3).minusDays(1);
  }

  /** The financial year it is in, or is. */
  ReportingPeriod wholeYear() {
    return new ReportingPeriod(year, WHOLE_YEAR);
  }

  /** What a reader calls it, such as {@code April to June 2026}. */
  public String inWords() {
    LocalDate first = from();
    LocalDate last = to();
    return "%s %d to %s %d".formatted(month(first), first.getYear(), month(last), last.getYear());
  }

  private static String month(LocalDate day) {
    String name = day.getMonth().name();
    return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  /** The name, such as {@code 2026-Q1} for April to June 2026. */
  @Override
  public String toString() {
    return isYear() ? String.valueOf(year) : "%d-Q%d".formatted(year, quarter);
  }
}
