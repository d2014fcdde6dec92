package org.crossborough.programme.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A figure with everything needed to count it again. Exact, for those who run the programme; what
 * is published goes through disclosure control elsewhere.
 *
 * @param id as in docs/programmes.md
 * @param percent numerator of denominator, one decimal, rounded half up once; absent when the
 *     denominator is 0
 * @param unknown how many could not be counted because a date is missing
 * @param minutes countable minutes
 * @param hours the same in hours, one decimal, rounded half up
 */
@Schema(name = "ProgrammeFigure")
record Figure(
    String id,
    String title,
    String method,
    Instant asOf,
    long numerator,
    long denominator,
    @Nullable BigDecimal percent,
    @Nullable Integer medianDays,
    @Nullable Integer p90Days,
    @Nullable Long unknown,
    @Nullable Long minutes,
    @Nullable BigDecimal hours,
    @Nullable Map<String, Long> byCode) {

  /** Days that men waited. */
  record Days(@Nullable Integer median, @Nullable Integer p90, long unknown) {}

  static Figure share(Metric metric, Instant asOf, long numerator, long denominator) {
    return new Figure(
        metric.id(),
        metric.title(),
        metric.method(),
        asOf,
        numerator,
        denominator,
        percent(numerator, denominator),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  Figure with(Days days) {
    return new Figure(
        id,
        title,
        method,
        asOf,
        numerator,
        denominator,
        percent,
        days.median(),
        days.p90(),
        days.unknown(),
        minutes,
        hours,
        byCode);
  }

  Figure withMinutes(long counted) {
    return new Figure(
        id,
        title,
        method,
        asOf,
        numerator,
        denominator,
        null,
        medianDays,
        p90Days,
        unknown,
        counted,
        hours(counted),
        byCode);
  }

  Figure with(Map<String, Long> counted) {
    return new Figure(
        id,
        title,
        method,
        asOf,
        numerator,
        denominator,
        percent,
        medianDays,
        p90Days,
        unknown,
        minutes,
        hours,
        counted);
  }

  static @Nullable BigDecimal percent(long numerator, long denominator) {
    return denominator == 0
        ? null
        : BigDecimal.valueOf(numerator * 100)
            .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP);
  }

  private static BigDecimal hours(long minutes) {
    return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
  }
}
