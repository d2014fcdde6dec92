package org.crossborough.programme.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.programme.run.ScheduledRuns;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calendar of a run. */
@Path("/v1/runs/{id}/calendar.ics")
@RunOnVirtualThread
@Tag(name = "Calendars", description = "Sessions for people's calendars; no man is in them.")
class RunCalendarResource {

  static final String EXAMPLE =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Crossborough//Sessions//EN
      METHOD:PUBLISH
      BEGIN:VEVENT
      UID:019b7a10-0000-7000-8000-000000000021
      SEQUENCE:1
      DTSTAMP:20260112T093000Z
      DTSTART:20260202T100000Z
      DTEND:20260202T150000Z
      SUMMARY:Men and Masculinities\\, session 1
      STATUS:CONFIRMED
      END:VEVENT
      END:VCALENDAR
      """;

  private final ScheduledRuns runs;
  private final Appointments appointments;
  private final Caller caller;

  RunCalendarResource(ScheduledRuns runs, Appointments appointments, Caller caller) {
    this.runs = runs;
    this.appointments = appointments;
    this.caller = caller;
  }

  @GET
  @Produces(CalendarFile.MEDIA_TYPE)
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator", "assessor"})
  @Operation(
      operationId = "getRunCalendar",
      summary = "Read the sessions of a run as a calendar",
      description = "Only facilitators and programme managers find the venue in it.")
  @APIResponse(
      responseCode = "200",
      description = "An iCalendar file (RFC 5545); cancelled sessions are in it as CANCELLED",
      content =
          @Content(
              mediaType = "text/calendar",
              schema = @Schema(implementation = String.class),
              examples = @ExampleObject(name = "one session", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such run for this caller")
  public String get(UUID id) {
    boolean withVenue = caller.hasRole("facilitator") || caller.hasRole("programme-manager");
    return CalendarFile.of(appointments.ofRun(runs.get(id).id()), withVenue);
  }
}
