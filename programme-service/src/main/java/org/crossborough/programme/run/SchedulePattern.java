package org.crossborough.programme.run;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.bankholiday.BankHolidays;
import org.crossborough.programme.session.PlannedSession;
import org.crossborough.programme.template.ProgrammeForm;
import org.crossborough.programme.template.ProgrammeTemplate;
import org.crossborough.programme.template.SessionPart;
import org.crossborough.programme.template.TemplateSession;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a run's sessions follow each other; together with a template and a first day it makes the
 * whole timetable, without bank holidays.
 *
 * @param startTime of every session, in London
 * @param weekdays of a day programme; the first day's own where nothing is said. Weekly and
 *     fortnightly programmes keep to the weekday they start on
 * @param cycles how often the template is gone through, for groups that men keep joining; 1 to 20
 */
@Schema(name = "SchedulePattern")
record SchedulePattern(
    @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "10:00")
        LocalTime startTime,
    @Nullable @Size(min = 1, max = 7) Set<@NotNull DayOfWeek> weekdays,
    @Nullable @Min(1) @Max(20) Integer cycles) {

  private static final int MOST_SESSIONS = 200;

  /** What keeps this pattern from making a timetable. */
  List<Violation> violations(ProgrammeTemplate template, LocalDate first, BankHolidays holidays) {
    List<Violation> found = new ArrayList<>();
    if (template.sessions().isEmpty()) {
      found.add(
          new Violation("templateVersion", "WITHOUT_PLAN", "this version needs sessions given"));
    }
    if (template.form() != ProgrammeForm.DAY_PROGRAMME && weekdays != null) {
      found.add(
          new Violation(
              "schedule.weekdays", "NOT_TAKEN", "are for day programmes; start that day"));
    } else if (!days(first).contains(first.getDayOfWeek())) {
      found.add(new Violation("startsOn", "NOT_A_SESSION_DAY", "must be one of the weekdays"));
    }
    if (template.sessions().size() * rounds() > MOST_SESSIONS) {
      found.add(new Violation("schedule.cycles", "TOO_MANY", "at most 200 sessions"));
    }
    if (holidays.isHoliday(first)) {
      found.add(new Violation("startsOn", "BANK_HOLIDAY", "must not be a bank holiday"));
    }
    if (found.isEmpty() && !fits(template, first, holidays)) {
      found.add(
          new Violation(
              "startsOn",
              "HOLIDAYS_UNKNOWN",
              "the run would go beyond %s".formatted(holidays.knownUntil())));
    }
    return found;
  }

  /** The sessions; call only without violations. */
  List<PlannedSession> sessions(
      ProgrammeTemplate template, LocalDate first, BankHolidays holidays) {
    List<LocalDate> dates =
        dates(template, first, holidays)
            .limit((long) template.sessions().size() * rounds())
            .toList();
    return IntStream.range(0, dates.size())
        .mapToObj(position -> session(template, position, dates.get(position)))
        .toList();
  }

  private PlannedSession session(ProgrammeTemplate template, int position, LocalDate date) {
    TemplateSession designed = template.sessions().get(position % template.sessions().size());
    List<SessionPart> parts = designed.parts();
    return new PlannedSession(
        position + 1,
        date,
        startTime,
        SessionPart.minutes(parts),
        SessionPart.countableMinutes(parts),
        SessionPart.moduleCodes(parts),
        designed.phase(),
        parts);
  }

  private boolean fits(ProgrammeTemplate template, LocalDate first, BankHolidays holidays) {
    long needed = (long) template.sessions().size() * rounds();
    return dates(template, first, holidays).limit(needed).count() == needed;
  }

  /** Every day from the first on that the pattern takes, as far as holidays are known. */
  private Stream<LocalDate> dates(
      ProgrammeTemplate template, LocalDate first, BankHolidays holidays) {
    Set<DayOfWeek> days = days(first);
    LocalDate week = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    int everyWeeks = template.form().everyWeeks();
    return Stream.iterate(first, holidays::covers, day -> day.plusDays(1))
        .filter(day -> days.contains(day.getDayOfWeek()))
        .filter(day -> ChronoUnit.WEEKS.between(week, day) % everyWeeks == 0)
        .filter(day -> !holidays.isHoliday(day));
  }

  private Set<DayOfWeek> days(LocalDate first) {
    return weekdays == null ? Set.of(first.getDayOfWeek()) : weekdays;
  }

  private int rounds() {
    return cycles == null ? 1 : cycles;
  }
}
