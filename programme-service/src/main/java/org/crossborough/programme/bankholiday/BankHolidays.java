package org.crossborough.programme.bankholiday;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The bank holidays of England and Wales, for the years that the shipped file covers. The file
 * names its source; a year beyond it is not guessed, since proclamations add and move days.
 */
@ApplicationScoped
public class BankHolidays {

  private record Listed(String source, int firstYear, int lastYear, List<Holiday> holidays) {}

  private record Holiday(LocalDate date, String name) {}

  private final Listed listed;
  private final Set<LocalDate> dates;

  /** Reads the shipped file. */
  public BankHolidays() {
    listed = read();
    dates = listed.holidays().stream().map(Holiday::date).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the day is a bank holiday; meaningful only where {@link #covers} is true. */
  public boolean isHoliday(LocalDate day) {
    return dates.contains(day);
  }

  /** Whether the holidays of the day's year are known. */
  public boolean covers(LocalDate day) {
    return day.getYear() >= listed.firstYear() && day.getYear() <= listed.lastYear();
  }

  /** The last day whose holidays are known. */
  public LocalDate knownUntil() {
    return LocalDate.of(listed.lastYear(), 12, 31);
  }

  Set<LocalDate> dates() {
    return dates;
  }

  int firstYear() {
    return listed.firstYear();
  }

  int lastYear() {
    return listed.lastYear();
  }

  private static Listed read() {
    String file = "/bank-holidays-england-and-wales.json";
    try (InputStream json = BankHolidays.class.getResourceAsStream(file)) {
      return new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .readValue(Objects.requireNonNull(json), Listed.class);
    } catch (IOException failure) {
      throw new IllegalStateException("The bank holidays cannot be read", failure);
    }
  }
}
