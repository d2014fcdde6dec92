package org.crossborough.outcomes.metric;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.chassis.tenancy.SystemWork;
import org.crossborough.outcomes.tally.Question;
import org.jspecify.annotations.Nullable;

/**
 * The moment that figures are of: now, or an earlier one that was asked for.
 *
 * @param at in whole microseconds, as facts are kept
 * @param isPast whether it was asked for, so that what was known then is counted
 */
record Moment(Instant at, boolean isPast) {

  // Whether a run's end has passed is a matter of the calendar on the wall.
  private static final ZoneId HERE = ZoneId.of("Europe/London");
  private static final String FIELD = "asOf";

  /**
   * The moment that was asked for, or now.
   *
   * @throws HttpProblem 400 when it is no moment, has not come, or lies before the definitions hold
   */
  static Moment of(@Nullable String asked, Instant now) {
    if (asked == null) {
      return new Moment(now.truncatedTo(ChronoUnit.MICROS), false);
    }
    Instant at = parsed(asked);
    if (at.isAfter(now)) {
      throw refused("IN_FUTURE", "has not come yet");
    }
    if (at.isBefore(Metric.SINCE.atStartOfDay(ZoneOffset.UTC).toInstant())) {
      throw refused("BEFORE_DEFINITION", "is before " + Metric.SINCE + ", when the figures begin");
    }
    return new Moment(at.truncatedTo(ChronoUnit.MICROS), true);
  }

  private static Instant parsed(String asked) {
    try {
      return OffsetDateTime.parse(asked).toInstant();
    } catch (DateTimeException malformed) {
      throw refused("NOT_A_MOMENT", "must be such as 2026-06-01T09:00:00Z");
    }
  }

  /** Why what was known at this moment cannot be told. */
  static HttpProblem refused(String code, String reason) {
    return RequestProblem.INVALID.of(List.of(new Violation(FIELD, code, reason)));
  }

  /** The day it is in London. */
  LocalDate today() {
    return LocalDate.ofInstant(at, HERE);
  }

  /** A question about what is known at this moment. */
  Question ask(Question question) {
    return isPast ? question.asOf(at) : question;
  }

  /** What had been told by this moment; null for all that is known now. */
  @Nullable Instant limit() {
    return isPast ? at : null;
  }

  /**
   * Reads figures in a transaction of their own: what is released, or known now, as the caller;
   * what was known then, with every fact in sight, of which the question leaves out what is not the
   * audience's.
   */
  <T> T read(Audience audience, Supplier<T> figures) {
    AtomicReference<T> read = new AtomicReference<>();
    Runnable reading = () -> read.set(QuarkusTransaction.requiringNew().call(figures::get));
    if (isPast && audience.product() == null) {
      SystemWork.run(reading);
    } else {
      reading.run();
    }
    return read.get();
  }
}
