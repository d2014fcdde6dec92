package org.crossborough.programme.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What a facilitator has before them. {@code me} is whoever asks; only a programme manager may ask
 * about others.
 */
@Path("/v1/facilitators/{facilitator}")
@RunOnVirtualThread
@Tag(name = "Calendars", description = "Sessions for people's calendars; no man is in them.")
class FacilitatorResource {

  /** How far back a calendar goes, so that it does not grow for ever. */
  private static final int DAYS_BACK = 60;

  /** One day of one facilitator. */
  @Schema(name = "FacilitatorDay")
  record Day(String facilitator, LocalDate date, List<Appointment.View> sessions) {}

  private final Appointments appointments;
  private final Clock clock;
  private final Caller caller;

  FacilitatorResource(Appointments appointments, Clock clock, Caller caller) {
    this.appointments = appointments;
    this.clock = clock;
    this.caller = caller;
  }

  @GET
  @Path("/day")
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(operationId = "getFacilitatorDay", summary = "Read what somebody leads on a day")
  @APIResponse(
      responseCode = "200",
      description = "The sessions of the day, in their order",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Day.class),
              examples =
                  @ExampleObject(
                      name = "one session",
                      value =
                          """
                          {"facilitator":"demo-facilitator","date":"2026-02-02","sessions":[
                          {"sessionId":"019b7a10-0000-7000-8000-000000000021",
                          "runId":"019b7a10-0000-7000-8000-000000000011",
                          "title":"Men and Masculinities","index":1,"date":"2026-02-02",
                          "startTime":"10:00","plannedMinutes":300,"status":"SCHEDULED",
                          "boroughCode":"E09000019","facilitators":["demo-facilitator",
                          "demo-second-facilitator"],"expected":9}]}
                          """)))
  @APIResponse(responseCode = "400", description = "The date is none")
  @APIResponse(responseCode = "404", description = "No such facilitator for this caller")
  public Day day(
      String facilitator,
      @QueryParam("date")
          @Nullable @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}") @Parameter(
              description = "Today where it is not given.",
              schema = @Schema(type = SchemaType.STRING, format = "date"),
              example = "2026-02-02")
          String date) {
    String who = who(facilitator);
    LocalDate day = date == null ? LocalDate.now(clock) : date(date);
    return new Day(who, day, appointments.ofDay(who, day).stream().map(Appointment::view).toList());
  }

  @GET
  @Path("/calendar.ics")
  @Produces(CalendarFile.MEDIA_TYPE)
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(
      operationId = "getFacilitatorCalendar",
      summary = "Read what somebody leads, from sixty days ago on, as a calendar")
  @APIResponse(
      responseCode = "200",
      description = "An iCalendar file (RFC 5545); cancelled sessions are in it as CANCELLED",
      content =
          @Content(
              mediaType = "text/calendar",
              schema = @Schema(implementation = String.class),
              examples = @ExampleObject(name = "one session", value = RunCalendarResource.EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such facilitator for this caller")
  public String calendar(String facilitator) {
    LocalDate from = LocalDate.now(clock).minusDays(DAYS_BACK);
    return CalendarFile.of(appointments.ledBy(who(facilitator), from), true);
  }

  private String who(String facilitator) {
    if (facilitator.equals("me") || facilitator.equals(caller.name())) {
      return caller.name();
    }
    if (caller.hasRole("programme-manager") && appointments.knows(facilitator)) {
      return facilitator;
    }
    throw CalendarProblem.NOT_FOUND.because("No facilitator of this name is known to you.");
  }

  private static LocalDate date(String given) {
    try {
      return LocalDate.parse(given);
    } catch (DateTimeException none) {
      throw RequestProblem.INVALID.of(List.of(new Violation("date", "NO_DATE", "is no day")));
    }
  }
}
