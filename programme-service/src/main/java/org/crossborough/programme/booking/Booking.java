package org.crossborough.programme.booking;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;

/**
 * One thing that a session needs.
 *
 * @param resource the facilitator's user name, or the venue
 * @param from when it begins, in London time
 * @param to when it ends; the next may begin then
 */
public record Booking(
    UUID sessionId,
    String boroughCode,
    Kind kind,
    String resource,
    LocalDateTime from,
    LocalDateTime to) {

  /** What kind of thing it is. */
  public enum Kind {
    FACILITATOR,
    VENUE
  }

  /** A place, whatever capitals and spaces it was written with. */
  public static String place(String venue) {
    return venue.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
