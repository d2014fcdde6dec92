package org.crossborough.referral.caselist;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.crossborough.chassis.problem.RequestProblem;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list that is ordered by due date, then id, lowest first; opaque to callers.
 *
 * @param dueOn the due date of the last row seen
 * @param id its referral
 */
record UrgencyCursor(LocalDate dueOn, UUID id) {

  // Other than that of the cursor by id alone, so that neither is taken for the other.
  private static final byte FORMAT = 2;
  private static final int LENGTH = 25;
  private static final UrgencyCursor START =
      new UrgencyCursor(LocalDate.of(1, 1, 1), new UUID(0, 0));

  String text() {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH).put(FORMAT).putLong(dueOn.toEpochDay());
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * The place a text stands for; the start without one.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when the text was not made here
   */
  static UrgencyCursor after(@Nullable String cursor) {
    if (cursor == null) {
      return START;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (bytes.remaining() == LENGTH && bytes.get() == FORMAT) {
        LocalDate day = LocalDate.ofEpochDay(bytes.getLong());
        // Days that a calendar knows and the database does not would fail there.
        if (day.getYear() >= START.dueOn.getYear() && day.getYear() <= 9999) {
          return new UrgencyCursor(day, new UUID(bytes.getLong(), bytes.getLong()));
        }
      }
    } catch (IllegalArgumentException | java.time.DateTimeException notOurs) {
      // Answered below like any other text that is not ours.
    }
    throw RequestProblem.INVALID_CURSOR.because("Use a cursor exactly as it was returned.");
  }
}
