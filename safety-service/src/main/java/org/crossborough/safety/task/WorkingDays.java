package org.crossborough.safety.task;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Working days in England: Monday to Friday except bank holidays. Which days are bank holidays is
 * data with its source, {@code task/bank-holidays-england.csv}; outside the years it covers only
 * weekends are left out, so that a limit is rather too short than too long.
 */
final class WorkingDays {

  private static final String ENGLAND = "/task/bank-holidays-england.csv";
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Set<LocalDate> bankHolidays;

  WorkingDays(Set<LocalDate> bankHolidays) {
    this.bankHolidays = Set.copyOf(bankHolidays);
  }

  static WorkingDays inEngland() {
    try (InputStream file = WorkingDays.class.getResourceAsStream(ENGLAND);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      return new WorkingDays(
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> LocalDate.parse(line.substring(0, line.indexOf(','))))
              .collect(Collectors.toSet()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !bankHolidays.contains(day);
  }

  /**
   * The midnight in London that ends a limit of so many working days; the day on which it begins
   * does not count.
   */
  Instant endOf(Instant start, int workingDays) {
    LocalDate day = start.atZone(LONDON).toLocalDate();
    for (int left = workingDays; left > 0; ) {
      day = day.plusDays(1);
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return endOfDay(day);
  }

  /** The midnight in London that ends the day of a moment. */
  static Instant endOfDay(Instant moment) {
    return endOfDay(moment.atZone(LONDON).toLocalDate());
  }

  private static Instant endOfDay(LocalDate day) {
    return day.plusDays(1).atStartOfDay(LONDON).toInstant();
  }
}
