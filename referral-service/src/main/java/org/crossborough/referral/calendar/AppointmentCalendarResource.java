package org.crossborough.referral.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.referral.access.AccessLog;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.form.Findings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The calendar of assessments over HTTP. */
@Path("/v1/assessment-appointments.ics")
@Tag(name = "Assessment")
@RunOnVirtualThread
class AppointmentCalendarResource {

  /** How far back a calendar goes, so that it does not grow for ever. */
  private static final Duration BACK = Duration.ofDays(60);

  private static final String GSS_CODE = "E090000(0[1-9]|[12][0-9]|3[0-3])";
  private static final String EXAMPLE =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Crossborough//Assessments//EN
      METHOD:PUBLISH
      BEGIN:VEVENT
      UID:0197f3a0-1c00-7000-8000-000000000041
      SEQUENCE:0
      DTSTAMP:20260108T093000Z
      DTSTART:20260112T140000Z
      DTEND:20260112T150000Z
      SUMMARY:Assessment 7K2M9-QX4TC
      LOCATION:Demo treatment service\\, room 2
      STATUS:CONFIRMED
      END:VEVENT
      END:VCALENDAR
      """;

  private final CalendarEntries entries;
  private final AccessLog accesses;
  private final Caller caller;
  private final Clock clock;

  AppointmentCalendarResource(
      CalendarEntries entries, AccessLog accesses, Caller caller, Clock clock) {
    this.entries = entries;
    this.accesses = accesses;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Produces(CalendarFile.MEDIA_TYPE)
  @Transactional
  @RolesAllowed({Roles.ASSESSOR, Roles.COORDINATOR})
  @Operation(
      operationId = "getAppointmentCalendar",
      summary = "Read appointments for assessments, from sixty days ago on, as a calendar",
      description =
          "An assessor reads their own, a coordinator everybody's. No man is named in it: the"
              + " reference of the referral and the label of the place are.")
  @APIResponse(
      responseCode = "200",
      description = "An iCalendar file (RFC 5545); cancelled appointments are in it as CANCELLED",
      content =
          @Content(
              mediaType = "text/calendar",
              schema = @Schema(implementation = String.class),
              examples = @ExampleObject(name = "one appointment", value = EXAMPLE)))
  public String get(
      @Parameter(
              description = "Only of this referring borough, by its GSS code",
              schema = @Schema(type = SchemaType.STRING, pattern = GSS_CODE),
              example = "E09000019")
          @RestQuery
          @Nullable String borough) {
    if (borough != null && !borough.matches(GSS_CODE)) {
      throw Findings.refusal("borough", "GSS_CODE", "is no borough of London");
    }
    Instant from = clock.instant().minus(BACK);
    String assessor = caller.hasRole(Roles.COORDINATOR) ? null : caller.name();
    accesses.listed("APPOINTMENT_CALENDAR", borough == null ? "" : "borough=" + borough);
    return CalendarFile.of(entries.after(from, assessor, borough));
  }
}
