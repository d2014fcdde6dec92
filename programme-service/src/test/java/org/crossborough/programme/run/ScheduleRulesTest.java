package org.crossborough.programme.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.session.PlannedSession;
import org.crossborough.programme.session.SessionStatus;
import org.crossborough.programme.staff.UserNames;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleRulesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 2, 2);
  private static final RunConfig CONFIG = new Defaults();

  @Test
  void a_timetable_in_order_is_taken() {
    assertThat(
            ScheduleRules.violations(
                run(15, List.of("a", "b"), session(1, DAY, 150), session(2, DAY.plusDays(1), 0)),
                CONFIG))
        .isEmpty();
  }

  @Test
  void the_cap_is_the_last_number_of_places_that_is_taken() {
    assertThat(ScheduleRules.violations(run(15, List.of("a", "b")), CONFIG)).isEmpty();
    assertThat(ScheduleRules.violations(run(16, List.of("a", "b")), CONFIG))
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("capacity", "TOO_MANY"));
  }

  @Test
  void the_same_person_twice_is_one_facilitator() {
    assertThat(ScheduleRules.violations(run(15, List.of("a", "a"), session(1, DAY, 150)), CONFIG))
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("facilitators", "TOO_FEW"));
  }

  @Test
  void a_person_typed_in_two_ways_is_one_facilitator() {
    assertThat(UserNames.distinct(List.of("Demo-Facilitator", " demo-facilitator ", "second")))
        .containsExactly("demo-facilitator", "second");
    assertThat(ScheduleRules.violations(run(15, List.of("a", "A "), session(1, DAY, 150)), CONFIG))
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("facilitators", "TOO_FEW"));
  }

  @Property
  void a_run_has_two_facilitators_exactly_when_two_people_are_named(
      @ForAll @Size(max = 6) List<@From("typed") String> names) {
    long people =
        names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).distinct().count();

    List<Violation> found = ScheduleRules.violations(run(15, names, session(1, DAY, 150)), CONFIG);

    assertThat(found.isEmpty()).isEqualTo(people >= 2);
  }

  @Provide
  Arbitrary<String> typed() {
    return Arbitraries.of("ada", "Ada", " ada", "ben", "BEN ", "cy");
  }

  @Test
  void every_session_at_fault_is_named_by_its_place() {
    ScheduleRun run =
        run(
            17,
            List.of("a", "b"),
            session(2, DAY, 301),
            session(2, DAY, 150),
            session(3, DAY.plusDays(40), 150));

    assertThat(ScheduleRules.violations(run, CONFIG))
        .extracting(Violation::field, Violation::code)
        .containsExactly(
            tuple("capacity", "TOO_MANY"),
            tuple("sessions[0].index", "NOT_IN_ORDER"),
            tuple("sessions[0].countableMinutes", "EXCEEDS_PLANNED"),
            tuple("sessions[1].date", "NOT_IN_ORDER"),
            tuple("sessions[2].date", "OUTSIDE_RUN"));
  }

  @Test
  void where_a_run_stands_follows_from_its_sessions() {
    assertThat(RunStatus.of(List.of(SessionStatus.SCHEDULED))).isEqualTo(RunStatus.PLANNED);
    assertThat(RunStatus.of(List.of(SessionStatus.HELD, SessionStatus.SCHEDULED)))
        .isEqualTo(RunStatus.RUNNING);
    assertThat(RunStatus.of(List.of(SessionStatus.HELD, SessionStatus.CANCELLED)))
        .isEqualTo(RunStatus.FINISHED);
    assertThat(RunStatus.of(List.of(SessionStatus.CANCELLED))).isEqualTo(RunStatus.CANCELLED);
  }

  private static ScheduleRun run(
      @Nullable Integer capacity, List<String> facilitators, PlannedSession... sessions) {
    return new ScheduleRun(
        "MEN_AND_MASCULINITIES",
        1,
        "E09000019",
        null,
        DAY,
        DAY.plusDays(30),
        capacity,
        facilitators,
        List.of(sessions),
        null,
        null,
        null);
  }

  private static PlannedSession session(int index, LocalDate date, int countable) {
    return new PlannedSession(
        index, date, LocalTime.of(10, 0), 300, countable, List.of(), null, null);
  }

  private record Defaults() implements RunConfig {
    @Override
    public int usualCapacity() {
      return 12;
    }

    @Override
    public int capacityCap() {
      return 15;
    }

    @Override
    public int minimumToRun() {
      return 3;
    }

    @Override
    public int intakeEveryWeeks() {
      return 6;
    }

    @Override
    public int facilitators() {
      return 2;
    }
  }
}
