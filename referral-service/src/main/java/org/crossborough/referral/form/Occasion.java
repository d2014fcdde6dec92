package org.crossborough.referral.form;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.crossborough.chassis.identity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * When something is entered, and by whom.
 *
 * @param at to the microsecond, which is what the database keeps
 */
public record Occasion(Instant at, String by) {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** This moment, by the caller. */
  public static Occasion of(Clock clock, Caller caller) {
    return new Occasion(clock.instant().truncatedTo(ChronoUnit.MICROS), caller.name());
  }

  /** The day in London at an instant. */
  public static LocalDate londonDay(Instant instant) {
    return LocalDate.ofInstant(instant, LONDON);
  }

  /** The day in London. */
  public LocalDate today() {
    return londonDay(at);
  }

  /** The day something happened: as given, today if not given; refused when yet to come. */
  public LocalDate dayOf(@Nullable LocalDate given, String field) {
    LocalDate day = given == null ? today() : given;
    Findings findings = new Findings();
    findings.when(day.isAfter(today()), field, "IN_FUTURE", "has not come yet");
    findings.refuse();
    return day;
  }
}
