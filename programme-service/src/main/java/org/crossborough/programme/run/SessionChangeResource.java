package org.crossborough.programme.run;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.session.LoneFacilitatorReason;
import org.crossborough.programme.session.SessionCancelReason;
import org.crossborough.programme.session.SessionView;
import org.crossborough.programme.session.Timetable;
import org.crossborough.programme.staff.UserNames;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes of one session that may change the timetable of its run. */
@Path("/v1/sessions/{id}")
@RunOnVirtualThread
@Tag(name = "Sessions", description = "The occurrences of a run.")
class SessionChangeResource {

  private static final int FACILITATORS_NEEDED = 2;
  private static final String SESSION =
      """
      {"id":"019b7a10-0000-7000-8000-000000000021","runId":"019b7a10-0000-7000-8000-000000000011",
      "index":1,"date":"2027-01-19","startTime":"18:00","plannedMinutes":180,"countableMinutes":150,
      "moduleCodes":["MASCULINITY"],"status":"SCHEDULED",
      "plannedFacilitators":["demo-facilitator","demo-second-facilitator"],"parts":[]}\
      """;
  private static final String EXAMPLE = "{\"session\":" + SESSION + ",\"others\":[]}";

  /**
   * Another time for a session.
   *
   * @param startTime the same as before where it is not given
   * @param knockOn whether those in its way move on by the run's rhythm; they do unless this is
   *     false
   */
  @Schema(name = "RescheduleSession")
  record RescheduleSession(
      @NotNull LocalDate date,
      @Nullable @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "10:00")
          LocalTime startTime,
      @Nullable Boolean knockOn) {}

  /**
   * Why a session does not take place.
   *
   * @param addAtEnd whether it is held behind the last session instead
   */
  @Schema(name = "CancelSession")
  record CancelSession(@NotNull SessionCancelReason reasonCode, @Nullable Boolean addAtEnd) {}

  /**
   * Who is to lead a session.
   *
   * @param reasonCode why one facilitator is enough
   */
  @Schema(name = "ReplaceFacilitators")
  record ReplaceFacilitators(
      @NotNull @Size(max = 10) List<@NotBlank @Size(max = 100) String> facilitators,
      @Nullable LoneFacilitatorReason reasonCode) {

    Timetable.Leading leading() {
      List<String> distinct = UserNames.distinct(facilitators);
      boolean enough = distinct.size() >= FACILITATORS_NEEDED;
      if (distinct.isEmpty() || (!enough && reasonCode == null)) {
        throw RequestProblem.INVALID.of(
            List.of(
                new Violation("facilitators", "TOO_FEW", "two are needed, or one and a reason")));
      }
      return new Timetable.Leading(distinct, enough ? null : reasonCode);
    }
  }

  /**
   * What a change led to.
   *
   * @param others the sessions that moved, or were added, besides it
   */
  @Schema(name = "TimetableChange")
  record TimetableChange(SessionView session, List<SessionView> others) {}

  private final Timetable timetable;
  private final ChangeTimetable change;

  SessionChangeResource(Timetable timetable, ChangeTimetable change) {
    this.timetable = timetable;
    this.change = change;
  }

  @POST
  @Path("/rescheduling")
  @Transactional
  @Idempotent
  @RolesAllowed("programme-manager")
  @Operation(
      operationId = "rescheduleSession",
      summary = "Move a session; those in its way move on by the rhythm of the run",
      description =
          "The order of sessions is kept, none falls on a bank holiday, and nobody is booked"
              + " twice; where that cannot be had, nothing is changed.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RescheduleSession.class),
              examples =
                  @ExampleObject(name = "a week later", value = "{\"date\":\"2027-01-19\"}")))
  @APIResponse(
      responseCode = "200",
      description = "The session, and those that moved with it",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TimetableChange.class),
              examples = @ExampleObject(name = "moved", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such session for this caller")
  @APIResponse(
      responseCode = "409",
      description = "Not to come any more, out of order, a bank holiday, or somebody is taken")
  @APIResponse(responseCode = "412", description = "The session has changed since it was read")
  public Response reschedule(
      UUID id, @Valid @NotNull RescheduleSession request, @Context HttpHeaders headers) {
    SessionView session = current(id, headers);
    LocalTime time = request.startTime() == null ? session.startTime() : request.startTime();
    boolean knockOn = !Boolean.FALSE.equals(request.knockOn());
    List<SessionView> moved = change.reschedule(session, request.date().atTime(time), knockOn);
    return changed(id, moved.stream().filter(other -> !other.id().equals(id)).toList());
  }

  @POST
  @Path("/cancellation")
  @Transactional
  @Idempotent
  @RolesAllowed("programme-manager")
  @Operation(
      operationId = "cancelSession",
      summary = "Cancel a session, and hold it behind the last one where that is wanted")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CancelSession.class),
              examples =
                  @ExampleObject(
                      name = "held later",
                      value = "{\"reasonCode\":\"VENUE_UNAVAILABLE\",\"addAtEnd\":true}")))
  @APIResponse(
      responseCode = "200",
      description = "The session, cancelled, and the one added for it",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TimetableChange.class),
              examples = @ExampleObject(name = "cancelled", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such session for this caller")
  @APIResponse(
      responseCode = "409",
      description = "Not to come any more, the last of its run, or somebody is taken")
  @APIResponse(responseCode = "412", description = "The session has changed since it was read")
  public Response cancel(
      UUID id, @Valid @NotNull CancelSession request, @Context HttpHeaders headers) {
    SessionView session = current(id, headers);
    boolean addAtEnd = Boolean.TRUE.equals(request.addAtEnd());
    return changed(id, change.cancel(session, request.reasonCode(), addAtEnd));
  }

  @POST
  @Path("/facilitator-replacement")
  @Transactional
  @Idempotent
  @RolesAllowed("programme-manager")
  @Operation(
      operationId = "replaceFacilitators",
      summary = "Say who is to lead a session; fewer than two need a reason")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReplaceFacilitators.class),
              examples =
                  @ExampleObject(
                      name = "two",
                      value =
                          "{\"facilitators\":[\"demo-facilitator\",\"demo-second-facilitator\"]}")))
  @APIResponse(
      responseCode = "200",
      description = "The session with its facilitators",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TimetableChange.class),
              examples = @ExampleObject(name = "replaced", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such session for this caller")
  @APIResponse(responseCode = "409", description = "Not to come any more, or somebody is taken")
  @APIResponse(responseCode = "412", description = "The session has changed since it was read")
  public Response replaceFacilitators(
      UUID id, @Valid @NotNull ReplaceFacilitators request, @Context HttpHeaders headers) {
    SessionView session = current(id, headers);
    change.lead(session, request.leading());
    return changed(id, List.of());
  }

  /** Locks the timetable first, so that what is then read is what will be changed. */
  private SessionView current(UUID id, HttpHeaders headers) {
    Timetable.Entry entry = timetable.locked(id);
    EntityVersion.require(headers, entry.version());
    return entry.session();
  }

  private Response changed(UUID id, List<SessionView> others) {
    Timetable.Entry entry = timetable.entry(id);
    return Answers.ok(entry.version(), new TimetableChange(entry.session(), others));
  }
}
