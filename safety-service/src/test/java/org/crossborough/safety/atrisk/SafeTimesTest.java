package org.crossborough.safety.atrisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SafeTimesTest {

  private static final SafeTimes SUNDAY_MORNINGS =
      new SafeTimes(List.of(time(DayOfWeek.SUNDAY, "09:00", "10:00")));

  @Test
  void a_time_of_the_week_is_the_same_on_the_clock_in_winter_and_in_summer() {
    // On 29 March 2026 the clocks go forward, on 25 October back.
    assertThat(SUNDAY_MORNINGS.allow(Instant.parse("2026-03-22T09:30:00Z"))).isTrue();
    assertThat(SUNDAY_MORNINGS.allow(Instant.parse("2026-03-29T09:30:00Z"))).isFalse();
    assertThat(SUNDAY_MORNINGS.allow(Instant.parse("2026-03-29T08:30:00Z"))).isTrue();
    assertThat(SUNDAY_MORNINGS.allow(Instant.parse("2026-10-25T09:30:00Z"))).isTrue();
    assertThat(SUNDAY_MORNINGS.allow(Instant.parse("2026-10-18T09:30:00Z"))).isFalse();
  }

  @Test
  void a_time_in_the_hour_that_does_not_exist_allows_nothing() {
    SafeTimes lost = new SafeTimes(List.of(time(DayOfWeek.SUNDAY, "01:00", "02:00")));

    for (int minute = 0; minute < 180; minute++) {
      Instant at = Instant.parse("2026-03-29T00:00:00Z").plusSeconds(60L * minute);
      assertThat(lost.allow(at)).as(at.toString()).isFalse();
    }
  }

  @Test
  void a_time_in_the_hour_that_comes_twice_allows_both() {
    SafeTimes twice = new SafeTimes(List.of(time(DayOfWeek.SUNDAY, "01:00", "02:00")));

    assertThat(twice.allow(Instant.parse("2026-10-25T00:30:00Z"))).isTrue();
    assertThat(twice.allow(Instant.parse("2026-10-25T01:30:00Z"))).isTrue();
    assertThat(twice.allow(Instant.parse("2026-10-25T02:00:00Z"))).isFalse();
  }

  @Property
  void what_is_allowed_is_what_the_clock_on_her_wall_says(
      @ForAll("times") SafeTime time, @ForAll("moments") Instant at) {
    LocalDateTime wall = LocalDateTime.ofInstant(at, ZoneId.of("Europe/London"));
    boolean within =
        wall.getDayOfWeek() == time.dayOfWeek()
            && wall.toLocalTime().compareTo(time.from()) >= 0
            && wall.toLocalTime().compareTo(time.to()) < 0;

    assertThat(new SafeTimes(List.of(time)).allow(at)).isEqualTo(within);
  }

  @Property
  void times_that_were_written_are_read_as_they_were(@ForAll("times") SafeTime time) {
    SafeTimes times = new SafeTimes(List.of(time, time));

    assertThat(SafeTimes.read(times.written())).isEqualTo(times);
  }

  @Provide
  Arbitrary<SafeTime> times() {
    return Combinators.combine(
            Arbitraries.of(DayOfWeek.class),
            Arbitraries.integers().between(0, 1000),
            Arbitraries.integers().between(1, 400))
        .as((day, from, length) ->
            new SafeTime(
                day,
                LocalTime.MIN.plusMinutes(from),
                LocalTime.MIN.plusMinutes(from + (long) length)));
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs().between(1_700_000_000L, 1_900_000_000L).map(Instant::ofEpochSecond);
  }

  private static SafeTime time(DayOfWeek day, String from, String to) {
    return new SafeTime(day, LocalTime.parse(from), LocalTime.parse(to));
  }
}
