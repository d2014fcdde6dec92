package org.crossborough.programme.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.crossborough.programme.attendance.AttendanceFixture.session;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.problem.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterRulesTest {

  private static final UUID MAN = UUID.randomUUID();
  private final RegisterRules rules = new RegisterRules(session(300, 150), Set.of(MAN), () -> 75);

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
    List<Violation> found = rules.violations(register(new Register.Entry(MAN, code, minutes)));

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
    Register.Entry good = new Register.Entry(MAN, AttendanceCode.ATTENDED, 300);
    Register.Entry stranger =
        new Register.Entry(UUID.randomUUID(), AttendanceCode.ABSENT_AUTHORISED, null);

    assertThat(rules.violations(register(good, stranger, good)))
        .extracting(Violation::field, Violation::code)
        .containsExactly(
            tuple("entries[1].enrolmentId", "NOT_ENROLLED"),
            tuple("entries[2].enrolmentId", "REPEATED"));
  }

  private static Register register(Register.Entry... entries) {
    return new Register(Arrays.asList(entries));
  }
}
