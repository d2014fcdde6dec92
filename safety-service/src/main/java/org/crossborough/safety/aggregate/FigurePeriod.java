package org.crossborough.safety.aggregate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A calendar year such as {@code 2026}, or a quarter of one such as {@code 2026-Q1}.
 *
 * @param quarter 1 to 4; 0 for the whole year
 */
record FigurePeriod(int year, int quarter) {

  static final String PATTERN = "20\\d\\d(-Q[1-4])?";

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int MONTHS = 3;

  static FigurePeriod parse(String text) {
    int year = Integer.parseInt(text.substring(0, 4));
    return new FigurePeriod(year, text.length() == 4 ? 0 : text.charAt(6) - '0');
  }

  /** The period of that name; empty where it is none. */
  static Optional<FigurePeriod> named(String text) {
    return text.matches(PATTERN) ? Optional.of(parse(text)) : Optional.empty();
  }

  boolean isYear() {
    return quarter == 0;
  }

  /** The year it is a part of. */
  FigurePeriod whole() {
    return new FigurePeriod(year, 0);
  }

  /** The four quarters of its year. */
  List<FigurePeriod> quarters() {
    return IntStream.rangeClosed(1, 4).mapToObj(each -> new FigurePeriod(year, each)).toList();
  }

  LocalDate first() {
    return LocalDate.of(year, isYear() ? 1 : (quarter - 1) * MONTHS + 1, 1);
  }

  LocalDate last() {
    return isYear() ? LocalDate.of(year, 12, 31) : first().plusMonths(MONTHS).minusDays(1);
  }

  /** The midnight in London with which it begins. */
  Instant begin() {
    return first().atStartOfDay(LONDON).toInstant();
  }

  /** The midnight in London that is no longer part of it. */
  Instant end() {
    return last().plusDays(1).atStartOfDay(LONDON).toInstant();
  }

  @Override
  public String toString() {
    return isYear() ? Integer.toString(year) : year + "-Q" + quarter;
  }
}
