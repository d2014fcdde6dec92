package org.crossborough.programme.attendance;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.crossborough.programme.session.RegisterSheet;
import org.crossborough.programme.session.RegisterSheet.Part;
import org.crossborough.programme.session.SessionStatus;
import org.jspecify.annotations.Nullable;

/** Sessions and lines without a database. */
final class AttendanceFixture {

  static final LocalTime TEN = LocalTime.of(10, 0);

  private AttendanceFixture() {}

  static RegisterSheet session(int actualMinutes, int countableMinutes) {
    return session(actualMinutes, countableMinutes, List.of());
  }

  /** A session that begins at ten. */
  static RegisterSheet session(int actualMinutes, int countableMinutes, List<Part> parts) {
    return new RegisterSheet(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "E09000019",
        LocalDate.of(2026, 2, 2),
        TEN,
        SessionStatus.HELD,
        actualMinutes,
        countableMinutes,
        parts,
        1);
  }

  static Register.Entry entry(UUID man, AttendanceCode code, @Nullable Integer minutes) {
    UUID missed = code == AttendanceCode.MAKE_UP ? UUID.randomUUID() : null;
    return new Register.Entry(man, code, minutes, null, null, missed, null);
  }

  /** A line with arrival and departure, in minutes from ten, and nothing else. */
  static Register.Entry entry(UUID man, AttendanceCode code, int from, int until) {
    return new Register.Entry(
        man, code, null, TEN.plusMinutes(from), TEN.plusMinutes(until), null, null);
  }

  static Register register(Register.Entry... entries) {
    return new Register(null, null, List.of(entries));
  }
}
