package org.crossborough.programme.attendance;

import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.programme.session.RegisterSheet;

/** Sessions without a database. */
final class AttendanceFixture {

  private AttendanceFixture() {}

  static RegisterSheet session(int actualMinutes, int countableMinutes) {
    return new RegisterSheet(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "E09000019",
        LocalDate.of(2026, 2, 2),
        true,
        actualMinutes,
        countableMinutes,
        1);
  }
}
