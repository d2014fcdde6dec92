package org.crossborough.safety.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crossborough.safety.atrisk.ContactPointType;
import org.crossborough.safety.atrisk.PointMark;
import org.crossborough.safety.atrisk.PointMarks;
import org.crossborough.safety.atrisk.PointSafety;
import org.crossborough.safety.atrisk.SafeTime;
import org.crossborough.safety.atrisk.SafeTimes;
import org.crossborough.safety.contact.ContactUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextSafeContactTest {

  private static final UUID POINT = new UUID(0, 1);

  @ParameterizedTest
  @CsvSource({
    "2026-02-03T10:30:00Z,2026-02-03T10:30:00Z,within it is now",
    "2026-02-03T09:00:00Z,2026-02-03T10:00:00Z,later today",
    "2026-02-03T12:00:00Z,2026-02-10T10:00:00Z,its end is no longer part of it",
    "2026-02-04T09:00:00Z,2026-02-10T10:00:00Z,next week",
    "2026-03-24T12:30:00Z,2026-03-31T09:00:00Z,over the night the clocks go forward"
  })
  void the_next_contact_is_when_a_safe_time_begins(Instant now, Instant next, String why) {
    assertThat(at(now, on(DayOfWeek.TUESDAY, "10:00", "12:00"))).as(why).isEqualTo(next);
  }

  @Test
  void a_time_that_the_clocks_pass_over_comes_a_week_later() {
    assertThat(at(Instant.parse("2026-03-28T12:00:00Z"), on(DayOfWeek.SUNDAY, "01:10", "01:50")))
        .isEqualTo(Instant.parse("2026-04-05T00:10:00Z"));
  }

  @Test
  void only_ways_that_are_safe_are_named() {
    PointMarks hers =
        new PointMarks(
            PointSafety.YES, true, PointSafety.NO, PointSafety.YES, PointSafety.NO, PointSafety.NO);
    PointMark phone = new PointMark(POINT, ContactPointType.PHONE, hers);

    NextSafeContact next =
        NextSafeContact.from(Instant.EPOCH, SafeTimes.ANY, List.of(phone)).orElseThrow();

    assertThat(next.ways())
        .containsExactlyInAnyOrder(
            new NextSafeContact.Way(POINT, ContactUse.CALL),
            new NextSafeContact.Way(POINT, ContactUse.TEXT));
  }

  @Property
  void it_is_never_outside_her_times_and_nothing_safe_comes_before(
      @ForAll("moments") Instant now, @ForAll("times") List<SafeTime> given) {
    SafeTimes times = new SafeTimes(given);
    Instant next = at(now, times);

    assertThat(times.allow(next)).isTrue();
    assertThat(next).isAfterOrEqualTo(now);
    for (Instant earlier = now; earlier.isBefore(next); earlier = earlier.plusSeconds(900)) {
      assertThat(times.allow(earlier)).isFalse();
    }
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs().between(1_767_225_600L, 1_861_920_000L).map(Instant::ofEpochSecond);
  }

  @Provide
  Arbitrary<List<SafeTime>> times() {
    return Combinators.combine(
            Arbitraries.of(DayOfWeek.class),
            Arbitraries.integers().between(6, 20),
            Arbitraries.integers().between(1, 3))
        .as((day, from, hours) ->
            new SafeTime(day, LocalTime.of(from, 0), LocalTime.of(from + hours, 0)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static Instant at(Instant now, SafeTimes times) {
    return NextSafeContact.from(now, times, List.of()).orElseThrow().at();
  }

  private static SafeTimes on(DayOfWeek day, String from, String to) {
    return new SafeTimes(List.of(new SafeTime(day, LocalTime.parse(from), LocalTime.parse(to))));
  }
}
