package org.crossborough.programme.bankholiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Works the holidays out by rule, and by what was proclaimed, and compares them with the file. */
class BankHolidaysTest {

  /** Moved by proclamation, from the day of the rule. */
  private static final Map<LocalDate, LocalDate> MOVED =
      Map.of(
          LocalDate.of(2020, 5, 4), LocalDate.of(2020, 5, 8),
          LocalDate.of(2022, 5, 30), LocalDate.of(2022, 6, 2));

  /** Added by proclamation: jubilee, state funeral, coronation. */
  private static final Set<LocalDate> ADDED =
      Set.of(LocalDate.of(2022, 6, 3), LocalDate.of(2022, 9, 19), LocalDate.of(2023, 5, 8));

  private final BankHolidays holidays = new BankHolidays();

  @Test
  void the_file_holds_what_the_rule_gives() {
    Set<LocalDate> expected = new TreeSet<>(ADDED);
    IntStream.rangeClosed(holidays.firstYear(), holidays.lastYear())
        .mapToObj(BankHolidaysTest::byRule)
        .flatMap(Set::stream)
        .map(day -> MOVED.getOrDefault(day, day))
        .forEach(expected::add);

    assertThat(new TreeSet<>(holidays.dates())).isEqualTo(expected);
  }

  @Test
  void the_years_are_those_that_are_stated() {
    assertThat(holidays.firstYear()).isEqualTo(2020);
    assertThat(holidays.knownUntil()).isEqualTo(LocalDate.of(2028, 12, 31));
    assertThat(holidays.covers(LocalDate.of(2019, 12, 31))).isFalse();
    assertThat(holidays.covers(LocalDate.of(2029, 1, 1))).isFalse();
  }

  @Test
  void days_that_everybody_remembers_are_right() {
    assertThat(holidays.isHoliday(LocalDate.of(2025, 4, 18))).as("Good Friday 2025").isTrue();
    assertThat(holidays.isHoliday(LocalDate.of(2026, 12, 28))).as("for Boxing Day 2026").isTrue();
    assertThat(holidays.isHoliday(LocalDate.of(2022, 5, 30))).as("moved in 2022").isFalse();
  }

  private static Set<LocalDate> byRule(int year) {
    LocalDate easter = easterSunday(year);
    Set<LocalDate> days = new TreeSet<>();
    days.add(onAWorkday(LocalDate.of(year, 1, 1), days));
    days.add(easter.minusDays(2));
    days.add(easter.plusDays(1));
    days.add(
        LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
    days.add(
        LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
    days.add(
        LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
    // Boxing Day first: when it is a Monday, it stays, and Christmas Day's substitute goes after
    // it.
    LocalDate boxing = LocalDate.of(year, 12, 26);
    LocalDate christmas = LocalDate.of(year, 12, 25);
    if (isWorkday(boxing)) {
      days.add(boxing);
      days.add(onAWorkday(christmas, days));
    } else {
      days.add(onAWorkday(christmas, days));
      days.add(onAWorkday(boxing, days));
    }
    return days;
  }

  /** The day, or the next working day that is not taken. */
  private static LocalDate onAWorkday(LocalDate day, Set<LocalDate> taken) {
    LocalDate found = day;
    while (!isWorkday(found) || taken.contains(found)) {
      found = found.plusDays(1);
    }
    return found;
  }

  private static boolean isWorkday(LocalDate day) {
    return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
  }

  /** Gauss's rule for the Gregorian calendar, as it holds from 1900 to 2099. */
  private static LocalDate easterSunday(int year) {
    int moon = (19 * (year % 19) + 24) % 30;
    int sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
    LocalDate easter = LocalDate.of(year, 3, 22).plusDays(moon + sunday);
    boolean tooLate = moon == 29 && sunday == 6;
    boolean tooLateByGolden = moon == 28 && sunday == 6 && (year % 19) > 10;
    return tooLate || tooLateByGolden ? easter.minusWeeks(1) : easter;
  }
}
