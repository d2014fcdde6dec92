package org.crossborough.safety.meeting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.casebook.Casebook;
import org.crossborough.safety.casebook.Faults;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The case-management meetings. They say that there was one; what was said is with each case. */
@Path("/v1/case-meetings")
@Tag(name = "Case meetings", description = "Of those who work with the men and with survivors")
@RunOnVirtualThread
class MeetingResource {

  private static final String MEETING =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000cf01","heldOn":"2026-02-10",
      "attendees":["SUPPORT_WORKER","FACILITATOR"],"recordedAt":"2026-02-10T16:00:00Z"}\
      """;

  private final Casebook casebook;
  private final CaseMeetings meetings;
  private final Clock clock;

  MeetingResource(Casebook casebook, CaseMeetings meetings, Clock clock) {
    this.casebook = casebook;
    this.meetings = meetings;
    this.clock = clock;
  }

  /** A meeting that was held; the same role may be there several times. */
  @Schema(
      name = "NewCaseMeeting",
      examples = "{\"heldOn\":\"2026-02-10\",\"attendees\":[\"SUPPORT_WORKER\",\"FACILITATOR\"]}")
  record NewMeeting(
      @NotNull LocalDate heldOn, @NotEmpty @Size(max = 30) List<@NotNull MeetingRole> attendees) {}

  /** Meetings, the last recorded first. */
  @Schema(name = "CaseMeetingPage")
  record Meetings(List<CaseMeetings.Meeting> items, @Nullable String next) {}

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "recordCaseMeeting", summary = "Record that a meeting was held")
  @APIResponse(
      responseCode = "201",
      description = "Recorded; discussions are added to it case by case",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CaseMeetings.Meeting.class),
              examples = @ExampleObject(name = "meeting", value = MEETING)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  public Response record(@Valid @NotNull NewMeeting held) {
    Instant now = clock.instant();
    new Faults().past("heldOn", held.heldOn(), now).refuse();
    CaseMeeting meeting = CaseMeeting.of(held.heldOn(), held.attendees(), casebook.actor(), now);
    meetings.persist(meeting);
    casebook.done("RECORD_CASE_MEETING", meeting.id());
    return Answers.created("/v1/case-meetings/" + meeting.id(), 0, meeting.view());
  }

  @GET
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(
      operationId = "listCaseMeetings",
      summary = "Meetings, the last recorded first",
      description =
          "Without those that were about cases alone which the reader may not open, unless she"
              + " recorded them.")
  @APIResponse(
      responseCode = "200",
      description = "A page of meetings, without what was said or about whom",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Meetings.class),
              examples = @ExampleObject(name = "page", value = "{\"items\":[" + MEETING + "]}")))
  @APIResponse(responseCode = "400", description = "The limit or the cursor is not valid")
  public Response list(
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    List<CaseMeeting> rows = meetings.before(Cursor.before(cursor), Page.rows(limit));
    return Answers.page(Page.of(rows, limit, CaseMeeting::id, CaseMeeting::view), request);
  }

  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "readCaseMeeting", summary = "One meeting")
  @APIResponse(
      responseCode = "200",
      description = "The meeting, without what was said or about whom",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CaseMeetings.Meeting.class),
              examples = @ExampleObject(name = "meeting", value = MEETING)))
  @APIResponse(responseCode = "404", description = "No such meeting, whatever the reason")
  public Response read(UUID id) {
    return Answers.ok(0, meetings.require(id).view());
  }
}
