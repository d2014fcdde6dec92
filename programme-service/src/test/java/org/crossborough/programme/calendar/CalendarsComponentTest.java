package org.crossborough.programme.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ProgrammeApi.FACILITATOR;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.move;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.programme.driver.CourseFixture;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CalendarsComponentTest {

  private static final LocalDate TUESDAY = LocalDate.of(2025, 3, 4);

  @Test
  void a_runs_calendar_follows_its_changes_and_keeps_every_uid() {
    CourseFixture run = CourseFixture.weekly(TUESDAY);
    List<VEvent> before = events(as(FACILITATOR).get(run.path() + "/calendar.ics"));
    Response moved =
        move(run.session(1), "rescheduling", Map.of("date", TUESDAY.plusDays(1).toString()));
    Response cancelled = move(run.session(2), "cancellation", Map.of("reasonCode", "OTHER"));
    assertThat(List.of(moved.statusCode(), cancelled.statusCode())).containsOnly(200);

    List<VEvent> after = events(as(FACILITATOR).get(run.path() + "/calendar.ics"));

    assertThat(before).hasSize(26);
    assertThat(after)
        .extracting(event -> event.getUid().getValue())
        .containsExactlyElementsOf(
            before.stream().map(event -> event.getUid().getValue()).toList());
    assertThat(after.getFirst().getSequence().getValue()).isEqualTo(1);
    assertThat(after.get(1).getSequence().getValue()).isEqualTo(1);
    assertThat(after.get(1).getStatus().isCancelled()).isTrue();
    assertThat(after.get(2).getSequence().getValue()).isZero();
  }

  @Test
  void no_man_is_in_a_calendar_and_the_venue_only_for_those_who_go_there() {
    Map<String, Object> request = CourseFixture.request(TUESDAY);
    request.put("venue", "Example House");
    CourseFixture run = CourseFixture.scheduled(request);
    ManFixture man =
        ManFixture.allocated(
            new RunFixture(run.id(), run.read().jsonPath().getList("sessions.id")));

    String facilitators = as(FACILITATOR).get(run.path() + "/calendar.ics").asString();
    String assessors = as("demo-assessor").get(run.path() + "/calendar.ics").asString();

    assertThat(facilitators).contains("LOCATION:Example House");
    assertThat(assessors).contains("BEGIN:VEVENT").doesNotContain("Example House");
    assertThat(facilitators)
        .doesNotContain("Person", man.personId().toString(), man.enrolmentId().toString());
  }

  @Test
  void my_calendar_holds_what_i_lead_and_somebody_elses_is_not_there() {
    CourseFixture run = CourseFixture.weekly(LocalDate.now(Clock.systemUTC()).minusDays(30));
    String theirs = "/v1/facilitators/" + run.facilitators().getFirst() + "/calendar.ics";

    List<VEvent> managers = events(as(MANAGER).get(theirs));
    Response stranger = as(FACILITATOR).get(theirs);
    Response nobody = as(MANAGER).get("/v1/facilitators/nobody-" + UUID.randomUUID() + "/day");

    assertThat(managers).hasSizeGreaterThanOrEqualTo(25);
    assertThat(stranger.statusCode()).isEqualTo(404);
    assertThat(nobody.statusCode()).isEqualTo(404);
    assertThat(stranger.<String>path("type")).isEqualTo(nobody.<String>path("type"));
    assertThat(as(FACILITATOR).get("/v1/facilitators/me/calendar.ics").contentType())
        .startsWith("text/calendar");
    assertThat(as("demo-assessor").get("/v1/facilitators/me/calendar.ics").statusCode())
        .isEqualTo(403);
    assertThat(as("demo-borough-islington").get(run.path() + "/calendar.ics").statusCode())
        .isEqualTo(403);
  }

  @Test
  void my_day_says_what_when_where_and_how_many() {
    Map<String, Object> request = CourseFixture.request(LocalDate.of(2024, 9, 3));
    request.put("facilitators", List.of("demo-facilitator", "demo-second-facilitator"));
    request.put("venue", "Example House");
    CourseFixture run = CourseFixture.scheduled(request);
    ManFixture man =
        ManFixture.allocated(
            new RunFixture(run.id(), run.read().jsonPath().getList("sessions.id")));
    assertThat(man.enrolmentId()).isNotNull();

    Response day = as(FACILITATOR).get("/v1/facilitators/me/day?date=2024-09-10");

    assertThat(day.statusCode()).as(day.asString()).isEqualTo(200);
    assertThat(day.<String>path("facilitator")).isEqualTo("demo-facilitator");
    String mine = "sessions.find { it.runId == '%s' }.".formatted(run.id());
    assertThat(day.<Integer>path(mine + "index")).isEqualTo(2);
    assertThat(day.<String>path(mine + "startTime")).isEqualTo("18:00");
    assertThat(day.<String>path(mine + "venue")).isEqualTo("Example House");
    assertThat(day.<String>path(mine + "title")).isEqualTo("Men and Masculinities, weekly");
    assertThat(day.<Integer>path(mine + "expected")).isEqualTo(1);
    assertThat(as(FACILITATOR).get("/v1/facilitators/me/day").statusCode()).isEqualTo(200);
    assertThat(as(FACILITATOR).get("/v1/facilitators/me/day?date=2024-02-30").statusCode())
        .isEqualTo(400);
  }

  private static List<VEvent> events(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return Biweekly.parse(answer.asString()).first().getEvents();
  }
}
