package org.crossborough.programme.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.crossborough.programme.attendance.AttendanceFixture.TEN;
import static org.crossborough.programme.attendance.AttendanceFixture.entry;
import static org.crossborough.programme.attendance.AttendanceFixture.register;
import static org.crossborough.programme.attendance.AttendanceFixture.session;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.session.RegisterSheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterRulesTest {

  private static final UUID MAN = UUID.randomUUID();
  private static final RegisterSheet SESSION = session(300, 150);
  private final RegisterRules rules = new RegisterRules(SESSION, Set.of(MAN), () -> 75);

  @ParameterizedTest
  @CsvSource({
    "ATTENDED, 300,",
    "ATTENDED, 225,",
    "ATTENDED, 224, TOO_FEW_FOR_ATTENDED",
    "ATTENDED, 301, EXCEEDS_SESSION",
    "ATTENDED, 0, MUST_BE_POSITIVE",
    "PARTIAL, 224,",
    "PARTIAL, 225, TOO_MANY_FOR_PARTIAL",
    "MAKE_UP, 10,",
    "MAKE_UP, 300,",
    "REMOVED_FROM_SESSION, 20,",
    "REMOVED_FROM_SESSION, 0, MUST_BE_POSITIVE",
    "ABSENT_AUTHORISED, 0,",
    "ABSENT_UNAUTHORISED, 1, MUST_BE_ZERO",
    "TURNED_AWAY_INTOXICATED, 5, MUST_BE_ZERO",
    "TURNED_AWAY_LATE, 0,",
    "NOT_REQUIRED, 0,"
  })
  void minutes_must_fit_the_code(AttendanceCode code, int minutes, @Nullable String refusal) {
    List<Violation> found = rules.violations(register(entry(MAN, code, minutes)));

    if (refusal == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found)
          .extracting(Violation::field, Violation::code)
          .containsExactly(tuple("entries[0].attendedMinutes", refusal));
    }
  }

  @Test
  void every_line_at_fault_is_named_by_its_place() {
    Register.Entry good = entry(MAN, AttendanceCode.ATTENDED, 300);
    Register.Entry stranger = entry(UUID.randomUUID(), AttendanceCode.ABSENT_AUTHORISED, null);

    assertThat(rules.violations(register(good, stranger, good)))
        .extracting(Violation::field, Violation::code)
        .containsExactly(
            tuple("entries[1].enrolmentId", "NOT_ENROLLED"),
            tuple("entries[2].enrolmentId", "REPEATED"));
  }

  @ParameterizedTest
  @CsvSource({
    "ATTENDED, 0, 300,,",
    "PARTIAL, 150, 300,,",
    "PARTIAL, -10, 200,,",
    "ATTENDED, 100, 300, attendedMinutes, TOO_FEW_FOR_ATTENDED",
    "ATTENDED, 200, 100, leftAt, NOT_AFTER_ARRIVAL",
    "ATTENDED, -30, -10, leftAt, NOT_AFTER_ARRIVAL",
    "ABSENT_AUTHORISED, 0, 100, arrivedAt, NOT_THERE"
  })
  void times_must_fit_session_and_code(
      AttendanceCode code, int from, int until, @Nullable String field, @Nullable String refusal) {
    List<Violation> found = rules.violations(register(entry(MAN, code, from, until)));

    if (refusal == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found)
          .extracting(Violation::field, Violation::code)
          .containsExactly(tuple("entries[0]." + field, refusal));
    }
  }

  @Test
  void minutes_without_breaks_may_be_fewer_than_the_times_give_but_not_more() {
    assertThat(rules.violations(register(timed(225, TEN, TEN.plusMinutes(260))))).isEmpty();
    assertThat(rules.violations(register(timed(261, TEN, TEN.plusMinutes(260)))))
        .extracting(Violation::code)
        .containsExactly("EXCEEDS_TIMES");
    assertThat(rules.violations(register(timed(225, TEN, null))))
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("entries[0].leftAt", "REQUIRED"));
  }

  @Test
  void a_make_up_names_another_session_and_nothing_else_does() {
    assertThat(rules.violations(register(makingUp(AttendanceCode.MAKE_UP, null))))
        .extracting(Violation::code)
        .containsExactly("REQUIRED");
    assertThat(rules.violations(register(makingUp(AttendanceCode.ATTENDED, UUID.randomUUID()))))
        .extracting(Violation::code)
        .containsExactly("NOT_A_MAKE_UP");
    assertThat(rules.violations(register(makingUp(AttendanceCode.MAKE_UP, SESSION.sessionId()))))
        .extracting(Violation::code)
        .containsExactly("SAME_SESSION");
  }

  private static Register.Entry timed(int minutes, LocalTime from, @Nullable LocalTime until) {
    return new Register.Entry(MAN, AttendanceCode.ATTENDED, minutes, from, until, null, null);
  }

  private static Register.Entry makingUp(AttendanceCode code, @Nullable UUID missed) {
    return new Register.Entry(MAN, code, 300, null, null, missed, null);
  }
}
