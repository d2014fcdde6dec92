package org.crossborough.safety.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.crossborough.safety.atrisk.PointMark;
import org.crossborough.safety.atrisk.SafeTimes;
import org.crossborough.safety.contact.ContactUse;
import org.crossborough.safety.contact.SafeContactPolicy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When she can be contacted next, and by which of her contact points, which are told without what
 * they are.
 *
 * @param at now, or when the next of her safe times begins
 * @param ways what the rules of safe contact allow at that moment; none means that somebody has to
 *     find out first what is safe
 */
record NextSafeContact(Instant at, List<Way> ways) {

  /** One way to reach her that is safe. */
  @Schema(name = "SafeWay")
  record Way(UUID contactPointId, ContactUse use) {}

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** A time that does not exist when clocks go forward comes again in the week after. */
  private static final int DAYS_AHEAD = 15;

  /** The next moment, from now on; empty where no safe time ever comes. */
  static Optional<NextSafeContact> from(Instant now, SafeTimes times, List<PointMark> points) {
    return (times.allow(now) ? Optional.of(now) : begins(now, times))
        .map(at ->
            new NextSafeContact(
                at, points.stream().flatMap(point -> ways(point, times, at)).toList()));
  }

  private static Optional<Instant> begins(Instant now, SafeTimes times) {
    LocalDate today = now.atZone(LONDON).toLocalDate();
    return LongStream.range(0, DAYS_AHEAD)
        .mapToObj(today::plusDays)
        .flatMap(day ->
            times.times().stream()
                .filter(time -> time.dayOfWeek() == day.getDayOfWeek())
                .map(time -> day.atTime(time.from()).atZone(LONDON).toInstant()))
        .filter(at -> at.isAfter(now) && times.allow(at))
        .min(Comparator.naturalOrder());
  }

  private static Stream<Way> ways(PointMark point, SafeTimes times, Instant at) {
    return SafeContactPolicy.advise(point, times, at).stream()
        .filter(SafeContactPolicy.Advice::allowed)
        .map(advice -> new Way(point.id(), advice.use()));
  }
}
