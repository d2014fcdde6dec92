package org.crossborough.safety.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final WorkingDays calendar = WorkingDays.inEngland();

  @ParameterizedTest
  @CsvSource({
    "2026-01-13T09:00:00Z,2,2026-01-16T00:00:00Z,from a Tuesday",
    "2026-01-16T17:00:00Z,1,2026-01-20T00:00:00Z,over a weekend",
    "2026-04-02T09:00:00Z,2,2026-04-08T23:00:00Z,over Easter and into summer time's midnight",
    "2026-12-24T09:00:00Z,1,2026-12-30T00:00:00Z,over Christmas and its substitute day",
    "2026-03-27T23:30:00Z,1,2026-03-30T23:00:00Z,over the night the clocks go forward",
    "2026-10-23T10:00:00Z,1,2026-10-27T00:00:00Z,over the night they go back",
    "2026-06-09T23:30:00Z,1,2026-06-11T23:00:00Z,late in the evening is the next day in summer",
    "2026-01-13T09:00:00Z,0,2026-01-14T00:00:00Z,the same day"
  })
  void a_limit_ends_at_the_midnight_in_london_that_ends_its_last_working_day(
      Instant start, int days, Instant end, String why) {
    assertThat(calendar.endOf(start, days)).as(why).isEqualTo(end);
  }

  @Property
  void a_limit_holds_exactly_its_working_days_and_ends_on_one(
      @ForAll("moments") Instant start, @ForAll @IntRange(min = 1, max = 30) int days) {
    Instant end = calendar.endOf(start, days);
    LocalDate first = start.atZone(LONDON).toLocalDate().plusDays(1);
    LocalDateTime local = LocalDateTime.ofInstant(end, LONDON);
    LocalDate last = local.toLocalDate().minusDays(1);

    assertThat(local.toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
    assertThat(calendar.isWorkingDay(last)).isTrue();
    assertThat(
            Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1))
                .filter(calendar::isWorkingDay)
                .count())
        .isEqualTo(days);
  }

  @Property
  void a_later_start_or_a_longer_limit_never_ends_earlier(
      @ForAll("moments") Instant start,
      @ForAll @IntRange(max = 30) int days,
      @ForAll @IntRange(max = 1_000_000) int seconds) {
    Instant end = calendar.endOf(start, days);

    assertThat(calendar.endOf(start, days + 1)).isAfter(end);
    assertThat(calendar.endOf(start.plusSeconds(seconds), days)).isAfterOrEqualTo(end);
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs().between(1_577_836_800L, 1_861_920_000L).map(Instant::ofEpochSecond);
  }
}
