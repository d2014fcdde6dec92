package org.crossborough.referral.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.crossborough.referral.form.Findings;
import org.jspecify.annotations.Nullable;

/**
 * The days a figure is about, in London.
 *
 * @param from the first day
 * @param to the last day, at most ten years after the first
 */
record Period(LocalDate from, LocalDate to) {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int LONGEST_YEARS = 10;

  /**
   * The period a caller asks for.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming {@code from} or {@code to}
   */
  static Period of(@Nullable String from, @Nullable String to) {
    Findings findings = new Findings();
    LocalDate first = day(findings, "from", from);
    LocalDate last = day(findings, "to", to);
    findings.refuse();
    findings.when(last.isBefore(first), "to", "BEFORE_FROM", "ends before it begins");
    findings.when(
        last.isAfter(first.plusYears(LONGEST_YEARS)), "to", "RANGE", "is longer than ten years");
    findings.refuse();
    return new Period(first, last);
  }

  private static LocalDate day(Findings findings, String field, @Nullable String text) {
    findings.when(text == null, field, "REQUIRED", "must be given as a date, such as 2026-04-01");
    try {
      return text == null ? LocalDate.EPOCH : LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      findings.when(true, field, "UNREADABLE", "must be a date, such as 2026-04-01");
      return LocalDate.EPOCH;
    }
  }

  /** The first instant of the period. */
  Instant start() {
    return from.atStartOfDay(LONDON).toInstant();
  }

  /** The first instant after the period. */
  Instant end() {
    return to.plusDays(1).atStartOfDay(LONDON).toInstant();
  }
}
