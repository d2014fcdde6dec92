package org.crossborough.programme.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossborough.programme.concern.ConcernCode;
import org.crossborough.programme.template.AbsencePolicy.Mark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttendanceCodeTest {

  /** Whether he was in the room, whether it counts, and what the support side is told. */
  @ParameterizedTest
  @CsvSource({
    "ATTENDED, true, true, CAME,",
    "PARTIAL, true, true, CAME,",
    "MAKE_UP, true, true, CAME,",
    "ABSENT_AUTHORISED, false, false, EXCUSED,",
    "ABSENT_UNAUTHORISED, false, false, UNAUTHORISED, ABSENT_UNAUTHORISED",
    "TURNED_AWAY_INTOXICATED, false, false, CAME, TURNED_AWAY_INTOXICATED",
    "TURNED_AWAY_LATE, false, false, CAME,",
    "REMOVED_FROM_SESSION, true, false, CAME, REMOVED_FROM_SESSION",
    "NOT_REQUIRED, false, false, EXCUSED,"
  })
  void every_code_means_what_the_programme_says_it_means(
      AttendanceCode code,
      boolean present,
      boolean countable,
      Mark mark,
      @Nullable ConcernCode concern) {
    assertThat(code.isPresent()).isEqualTo(present);
    assertThat(code.isCountable()).isEqualTo(countable);
    assertThat(code.mark()).isEqualTo(mark);
    assertThat(code.concern().orElse(null)).isEqualTo(concern);
  }

  @Test
  void there_are_nine() {
    assertThat(AttendanceCode.values()).hasSize(9);
  }
}
