package org.crossborough.referral.calendar;

import java.time.Instant;

/**
 * An appointment as a calendar needs it: the man is a reference.
 *
 * @param id the appointment's own, for ever
 * @param place a label such as the name of a building; empty once the man was erased
 * @param sequence how often it changed
 * @param changedAt when it last did
 */
record CalendarEntry(
    String id,
    String reference,
    Instant startsAt,
    int minutes,
    String place,
    boolean cancelled,
    int sequence,
    Instant changedAt) {

  Instant endsAt() {
    return startsAt.plusSeconds(minutes * 60L);
  }
}
