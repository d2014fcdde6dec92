package org.crossborough.programme.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.bankholiday.BankHolidays;
import org.crossborough.programme.session.PlannedSession;
import org.crossborough.programme.template.AbsencePolicy;
import org.crossborough.programme.template.GroupType;
import org.crossborough.programme.template.ModuleCode;
import org.crossborough.programme.template.ProgrammeForm;
import org.crossborough.programme.template.ProgrammeTemplate;
import org.crossborough.programme.template.SessionPart;
import org.crossborough.programme.template.TemplateSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchedulePatternTest {

  private static final BankHolidays HOLIDAYS = new BankHolidays();

  /** Something to be scheduled. */
  record Wanted(ProgrammeTemplate template, LocalDate first, SchedulePattern pattern) {}

  @Provide
  Arbitrary<Wanted> wanted() {
    Arbitrary<LocalDate> days =
        Arbitraries.integers().between(0, 365 * 7).map(LocalDate.of(2020, 1, 1)::plusDays);
    Arbitrary<ProgrammeForm> forms = Arbitraries.of(ProgrammeForm.class);
    Arbitrary<Integer> sessions = Arbitraries.integers().between(1, 30);
    Arbitrary<Integer> cycles = Arbitraries.integers().between(1, 3);
    Arbitrary<Set<DayOfWeek>> weekdays =
        Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(4);
    return Combinators.combine(days, forms, sessions, cycles, weekdays)
        .as((first, form, count, rounds, others) -> {
          Set<DayOfWeek> chosen = EnumSet.copyOf(others);
          chosen.add(first.getDayOfWeek());
          return new Wanted(
              template(form, count),
              first,
              new SchedulePattern(
                  LocalTime.of(18, 0),
                  form == ProgrammeForm.DAY_PROGRAMME ? chosen : null,
                  rounds));
        });
  }

  @Property(tries = 500)
  void every_timetable_keeps_its_order_and_no_holiday(@ForAll("wanted") Wanted wanted) {
    List<Violation> violations =
        wanted.pattern().violations(wanted.template(), wanted.first(), HOLIDAYS);
    if (!violations.isEmpty()) {
      assertThat(violations)
          .allMatch(found -> Set.of("BANK_HOLIDAY", "HOLIDAYS_UNKNOWN").contains(found.code()));
      return;
    }

    List<PlannedSession> sessions =
        wanted.pattern().sessions(wanted.template(), wanted.first(), HOLIDAYS);

    Integer cycles = wanted.pattern().cycles();
    assertThat(sessions)
        .hasSize(wanted.template().sessions().size() * (cycles == null ? 1 : cycles));
    assertThat(sessions.getFirst().date()).isEqualTo(wanted.first());
    assertThat(sessions).noneMatch(session -> HOLIDAYS.isHoliday(session.date()));
    for (int i = 1; i < sessions.size(); i++) {
      assertThat(sessions.get(i).index()).isEqualTo(i + 1);
      assertThat(sessions.get(i).starts()).isAfterOrEqualTo(sessions.get(i - 1).ends());
    }
  }

  @Property(tries = 200)
  void weekly_and_fortnightly_keep_their_weekday_and_rhythm(@ForAll("wanted") Wanted wanted) {
    ProgrammeForm form = wanted.template().form();
    if (form == ProgrammeForm.DAY_PROGRAMME
        || !wanted.pattern().violations(wanted.template(), wanted.first(), HOLIDAYS).isEmpty()) {
      return;
    }

    assertThat(wanted.pattern().sessions(wanted.template(), wanted.first(), HOLIDAYS))
        .allSatisfy(session ->
            assertThat(wanted.first().until(session.date(), ChronoUnit.DAYS))
                .matches(days -> days % (7L * form.everyWeeks()) == 0));
  }

  @Test
  void mondays_pass_over_easter_and_may() {
    LocalDate first = LocalDate.of(2025, 4, 14);

    List<PlannedSession> sessions =
        pattern(null, 1).sessions(template(ProgrammeForm.WEEKLY, 5), first, HOLIDAYS);

    assertThat(sessions)
        .extracting(PlannedSession::date)
        .containsExactly(
            first,
            LocalDate.of(2025, 4, 28),
            LocalDate.of(2025, 5, 12),
            LocalDate.of(2025, 5, 19),
            LocalDate.of(2025, 6, 2));
  }

  @Test
  void a_run_that_would_outlive_the_known_holidays_is_refused() {
    assertThat(
            pattern(null, 1)
                .violations(template(ProgrammeForm.WEEKLY, 26), LocalDate.of(2028, 9, 5), HOLIDAYS))
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("startsOn", "HOLIDAYS_UNKNOWN"));
    assertThat(
            pattern(null, 1)
                .violations(template(ProgrammeForm.WEEKLY, 1), LocalDate.of(2019, 9, 3), HOLIDAYS))
        .extracting(Violation::code)
        .containsExactly("HOLIDAYS_UNKNOWN");
  }

  @Test
  void what_does_not_fit_the_form_is_named() {
    LocalDate easterMonday = LocalDate.of(2025, 4, 21);

    assertThat(
            pattern(Set.of(DayOfWeek.MONDAY), 1)
                .violations(template(ProgrammeForm.WEEKLY, 3), LocalDate.of(2025, 3, 3), HOLIDAYS))
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("schedule.weekdays", "NOT_TAKEN"));
    assertThat(
            pattern(Set.of(DayOfWeek.TUESDAY), 1)
                .violations(template(ProgrammeForm.DAY_PROGRAMME, 3), easterMonday, HOLIDAYS))
        .extracting(Violation::code)
        .containsExactly("NOT_A_SESSION_DAY", "BANK_HOLIDAY");
    assertThat(
            pattern(null, 20)
                .violations(template(ProgrammeForm.WEEKLY, 26), LocalDate.of(2020, 1, 7), HOLIDAYS))
        .extracting(Violation::code)
        .containsExactly("TOO_MANY");
  }

  private static SchedulePattern pattern(@Nullable Set<DayOfWeek> weekdays, int cycles) {
    return new SchedulePattern(LocalTime.of(18, 0), weekdays, cycles);
  }

  private static ProgrammeTemplate template(ProgrammeForm form, int sessions) {
    List<SessionPart> parts =
        List.of(new SessionPart(180, true, ModuleCode.MASCULINITY, List.of()));
    return new ProgrammeTemplate(
        "ANY",
        1,
        "Any",
        GroupType.BEHAVIOUR_CHANGE,
        form,
        sessions,
        sessions,
        180 * sessions,
        180 * sessions,
        0,
        List.of("MASCULINITY"),
        List.of(),
        AbsencePolicy.USUAL,
        false,
        false,
        IntStream.rangeClosed(1, sessions)
            .mapToObj(index -> new TemplateSession(index, "ONLY", parts))
            .toList());
  }
}
