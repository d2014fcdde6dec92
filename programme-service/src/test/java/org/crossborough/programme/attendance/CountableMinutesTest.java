package org.crossborough.programme.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.attendance.AttendanceFixture.entry;
import static org.crossborough.programme.attendance.AttendanceFixture.session;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crossborough.programme.session.RegisterSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CountableMinutesTest {

  @ParameterizedTest
  @CsvSource({
    "300, 300, 150, 150",
    "299, 300, 150, 149",
    "1, 300, 150, 0",
    "2, 300, 150, 1",
    "225, 300, 300, 225",
    "180, 180, 0, 0",
    "100, 100, 150, 100"
  })
  void minutes_are_the_share_of_the_session_rounded_down(
      int attended, int actual, int countable, int expected) {
    assertThat(counted(AttendanceCode.ATTENDED, attended, session(actual, countable)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(
      value = AttendanceCode.class,
      names = {"ATTENDED", "PARTIAL", "MAKE_UP"},
      mode = EnumSource.Mode.EXCLUDE)
  void no_other_code_counts(AttendanceCode code) {
    assertThat(counted(code, 300, session(300, 150))).isZero();
  }

  @Test
  void the_largest_numbers_do_not_overflow() {
    assertThat(counted(AttendanceCode.ATTENDED, 100_000, session(100_000, 100_000)))
        .isEqualTo(100_000);
  }

  @Property
  void never_more_than_attended_nor_than_the_session_offers(
      @ForAll @IntRange(min = 1, max = 720) int actual,
      @ForAll @IntRange(max = 720) int countable,
      @ForAll @IntRange(max = 720) int attended) {
    int present = Math.min(attended, actual);

    int minutes = counted(AttendanceCode.PARTIAL, present, session(actual, countable));

    assertThat(minutes).isBetween(0, Math.min(present, countable));
  }

  @Property
  void staying_longer_never_counts_less_and_staying_to_the_end_counts_in_full(
      @ForAll @IntRange(min = 1, max = 720) int actual,
      @ForAll @IntRange(max = 720) int countable,
      @ForAll @IntRange(max = 719) int attended) {
    RegisterSheet session = session(actual, Math.min(countable, actual));
    int present = Math.min(attended, actual - 1);

    assertThat(counted(AttendanceCode.PARTIAL, present + 1, session))
        .isGreaterThanOrEqualTo(counted(AttendanceCode.PARTIAL, present, session));
    assertThat(counted(AttendanceCode.ATTENDED, actual, session))
        .isEqualTo(session.countableMinutes());
  }

  @Property
  void parts_never_add_up_to_more_than_the_whole(
      @ForAll @IntRange(min = 2, max = 720) int actual,
      @ForAll @IntRange(max = 720) int countable,
      @ForAll @IntRange(min = 1, max = 719) int cut) {
    RegisterSheet session = session(actual, countable);
    int part = Math.min(cut, actual - 1);

    int parts =
        counted(AttendanceCode.PARTIAL, part, session)
            + counted(AttendanceCode.PARTIAL, actual - part, session);

    assertThat(parts).isLessThanOrEqualTo(counted(AttendanceCode.ATTENDED, actual, session));
  }

  private static int counted(AttendanceCode code, int attended, RegisterSheet session) {
    return CountableMinutes.of(entry(UUID.randomUUID(), code, attended), session);
  }
}
