package org.crossborough.programme.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarFileTest {

  private static final UUID SESSION = UUID.fromString("019b7a10-0000-7000-8000-000000000021");
  private static final Instant CHANGED = Instant.parse("2026-01-12T09:30:00Z");

  @Test
  void a_reader_finds_the_session_at_its_hour_in_summer_and_winter() {
    VEvent winter = read(file(LocalDate.of(2026, 2, 2), "SCHEDULED", 0, null)).getFirst();
    VEvent summer = read(file(LocalDate.of(2026, 7, 6), "SCHEDULED", 0, null)).getFirst();

    assertThat(winter.getDateStart().getValue().toInstant())
        .isEqualTo(Instant.parse("2026-02-02T10:00:00Z"));
    assertThat(winter.getDateEnd().getValue().toInstant())
        .isEqualTo(Instant.parse("2026-02-02T15:00:00Z"));
    assertThat(summer.getDateStart().getValue().toInstant())
        .isEqualTo(Instant.parse("2026-07-06T09:00:00Z"));
    assertThat(winter.getUid().getValue()).isEqualTo(SESSION.toString());
    assertThat(winter.getSummary().getValue()).isEqualTo("Men and Masculinities, session 3");
    assertThat(winter.getStatus().isConfirmed()).isTrue();
  }

  @Test
  void a_cancelled_session_keeps_its_uid_and_has_a_higher_sequence() {
    VEvent cancelled = read(file(LocalDate.of(2026, 2, 2), "CANCELLED", 4, null)).getFirst();

    assertThat(cancelled.getUid().getValue()).isEqualTo(SESSION.toString());
    assertThat(cancelled.getStatus().isCancelled()).isTrue();
    assertThat(cancelled.getSequence().getValue()).isEqualTo(4);
  }

  @Test
  void the_venue_is_left_out_for_those_who_must_not_take_it_along() {
    Appointment appointment =
        appointment(LocalDate.of(2026, 2, 2), "SCHEDULED", 0, "Example House");

    assertThat(CalendarFile.of(List.of(appointment), true)).contains("Example House");
    assertThat(CalendarFile.of(List.of(appointment), false)).doesNotContain("Example");
  }

  @Property(tries = 200)
  void any_venue_comes_back_as_it_was_and_no_line_is_too_long(@ForAll String venue) {
    String file =
        CalendarFile.of(
            List.of(appointment(LocalDate.of(2026, 2, 2), "SCHEDULED", 0, "x" + venue)), true);

    assertThat(file.split("\r\n"))
        .allSatisfy(line ->
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75 * 4));
    assertThat(read(file)).hasSize(1);
    assertThat(read(file).getFirst().getStatus().isConfirmed()).isTrue();
  }

  @Test
  void a_run_without_sessions_is_an_empty_calendar() {
    assertThat(Biweekly.parse(CalendarFile.of(List.of(), true)).first().getEvents()).isEmpty();
  }

  private static List<VEvent> read(String file) {
    ICalendar calendar = Biweekly.parse(file).first();
    assertThat(calendar.validate(ICalVersion.V2_0).isEmpty()).isTrue();
    return calendar.getEvents();
  }

  private static String file(LocalDate date, String status, int sequence, @Nullable String venue) {
    return CalendarFile.of(List.of(appointment(date, status, sequence, venue)), true);
  }

  private static Appointment appointment(
      LocalDate date, String status, int sequence, @Nullable String venue) {
    return new Appointment(
        SESSION,
        UUID.fromString("019b7a10-0000-7000-8000-000000000011"),
        "Men and Masculinities",
        3,
        date,
        LocalTime.of(10, 0),
        300,
        status,
        venue,
        "E09000019",
        List.of("demo-facilitator", "demo-second-facilitator"),
        9,
        sequence,
        CHANGED);
  }
}
