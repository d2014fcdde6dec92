package org.crossborough.referral.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

  private static final WorkingDays ENGLAND = WorkingDays.inEngland();

  @ParameterizedTest
  @CsvSource({
    "2026-01-06, 2, 2026-01-08",
    "2026-01-09, 2, 2026-01-13", // over a weekend
    "2026-04-02, 1, 2026-04-07", // over Easter
    "2026-12-24, 2, 2026-12-30", // over Christmas, with a substitute day
    "2025-12-31, 10, 2026-01-15",
    "2026-01-10, 1, 2026-01-12" // from a Saturday
  })
  void a_limit_counts_working_days_after_its_first(LocalDate start, int days, LocalDate due) {
    assertThat(ENGLAND.after(start, days)).isEqualTo(due);
  }

  @Property
  void a_limit_ends_on_a_working_day_and_has_as_many_as_it_says(
      @ForAll @IntRange(max = 3300) int offset, @ForAll @IntRange(min = 1, max = 60) int days) {
    LocalDate start = LocalDate.of(2020, 1, 1).plusDays(offset);

    LocalDate due = ENGLAND.after(start, days);

    assertThat(ENGLAND.isWorkingDay(due)).isTrue();
    assertThat(start.plusDays(1).datesUntil(due.plusDays(1)).filter(ENGLAND::isWorkingDay).count())
        .isEqualTo(days);
  }

  @Property
  void a_later_start_is_never_due_earlier(
      @ForAll @IntRange(max = 3300) int offset, @ForAll @IntRange(min = 1, max = 60) int days) {
    LocalDate start = LocalDate.of(2020, 1, 1).plusDays(offset);

    assertThat(ENGLAND.after(start.plusDays(1), days)).isAfterOrEqualTo(ENGLAND.after(start, days));
    assertThat(ENGLAND.after(start, days + 1)).isAfter(ENGLAND.after(start, days));
  }

  @ParameterizedTest
  @ValueSource(ints = {2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028})
  void the_bank_holidays_of_a_year_are_those_that_the_law_makes(int year) {
    LocalDate easter = easterSunday(year);
    LocalDate may = LocalDate.of(year, 5, 1);

    assertHoliday(substituted(LocalDate.of(year, 1, 1)));
    assertHoliday(easter.minusDays(2));
    assertHoliday(easter.plusDays(1));
    if (year != 2020) {
      assertHoliday(may.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
    }
    if (year != 2022) {
      assertHoliday(may.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
    }
    assertHoliday(LocalDate.of(year, 8, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
    LocalDate christmas = LocalDate.of(year, 12, 25);
    assertThat(christmas.datesUntil(christmas.plusDays(4)).filter(ENGLAND::isWorkingDay).count())
        .as("two weekdays of the four from Christmas Day on are free, besides the weekend")
        .isEqualTo(
            christmas
                    .datesUntil(christmas.plusDays(4))
                    .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                    .count()
                - 2);
  }

  @Test
  void outside_the_years_that_are_known_weekends_alone_are_free() {
    assertThat(ENGLAND.isWorkingDay(LocalDate.parse("2031-12-25"))).isTrue();
    assertThat(ENGLAND.isWorkingDay(LocalDate.parse("2031-12-27"))).isFalse();
  }

  private static void assertHoliday(LocalDate day) {
    assertThat(ENGLAND.isWorkingDay(day)).as(day.toString()).isFalse();
    assertThat(day.getDayOfWeek()).as(day.toString()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  }

  private static LocalDate substituted(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.plusDays(2);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }

  /** The anonymous Gregorian computus (Meeus, Jones and Butcher). */
  private static LocalDate easterSunday(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }
}
