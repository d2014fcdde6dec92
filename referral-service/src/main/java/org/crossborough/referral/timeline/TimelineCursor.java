package org.crossborough.referral.timeline;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.crossborough.chassis.problem.RequestProblem;
import org.jspecify.annotations.Nullable;

/**
 * A place in a timeline, oldest first; opaque to callers. Not a number of entries: a time limit
 * that became late is entered on its day, among what was read before.
 *
 * @param at when what was seen last happened, to the microsecond
 * @param seen how much of that very instant was seen
 */
record TimelineCursor(Instant at, int seen) {

  // Other than those of other lists, so that none is taken for another.
  private static final byte FORMAT = 4;
  private static final int LENGTH = 13;
  // Far more than ever happens at once, so that a made-up cursor reads no more than a real one.
  private static final int MOST_SEEN = 10_000;
  private static final TimelineCursor START = new TimelineCursor(Instant.EPOCH, 0);
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  String text() {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH).put(FORMAT);
    bytes.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at)).putInt(seen);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * The place a text stands for; the start without one.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when the text was not made here
   */
  static TimelineCursor after(@Nullable String cursor) {
    if (cursor == null) {
      return START;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (bytes.remaining() == LENGTH && bytes.get() == FORMAT) {
        Instant at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        int seen = bytes.getInt();
        if (!at.isBefore(Instant.EPOCH) && !at.isAfter(END) && seen >= 0 && seen <= MOST_SEEN) {
          return new TimelineCursor(at, seen);
        }
      }
    } catch (IllegalArgumentException | DateTimeException notOurs) {
      // Answered below like any other text that is not ours.
    }
    throw RequestProblem.INVALID_CURSOR.because("Use a cursor exactly as it was returned.");
  }
}
