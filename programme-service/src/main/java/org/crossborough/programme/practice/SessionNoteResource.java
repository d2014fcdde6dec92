package org.crossborough.programme.practice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.crossborough.programme.participant.ParticipantNames;
import org.crossborough.programme.session.RegisterSheet;
import org.crossborough.programme.session.Timetable;
import org.crossborough.programme.staff.Act;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Notes on a session: read by facilitators and managers, and by nobody else. */
@Path("/v1/sessions/{id}/notes")
@RunOnVirtualThread
@Tag(name = "Practice", description = "Notes, exercises and reviews.")
class SessionNoteResource {

  private static final String EXAMPLE =
      """
      {"id":"019b7a10-0000-7000-8000-000000000081",
      "sessionId":"019b7a10-0000-7000-8000-000000000021",
      "text":"The group worked well on the exercise.","writtenAt":"2026-02-02T16:10:00Z",
      "writtenBy":"demo-facilitator","erased":false}
      """;

  /**
   * A note to be kept.
   *
   * @param enrolmentId the man it is about; nothing for the group
   * @param text at most 2000 characters; nothing by which anybody could be reached, no name
   */
  @Schema(name = "WriteNote", examples = "{\"text\":\"The group worked well on the exercise.\"}")
  record WriteNote(
      @Nullable UUID enrolmentId, @NotBlank @Size(max = FreeText.LONGEST) String text) {}

  /** A page of notes, for the API description. */
  @Schema(name = "SessionNotePage")
  record NotePage(List<SessionNote.View> items, @Nullable String next) {}

  private final SessionNotes notes;
  private final Timetable timetable;
  private final EnrolmentLedger enrolments;
  private final ParticipantNames names;
  private final Clock clock;
  private final Caller caller;

  SessionNoteResource(
      SessionNotes notes,
      Timetable timetable,
      EnrolmentLedger enrolments,
      ParticipantNames names,
      Clock clock,
      Caller caller) {
    this.notes = notes;
    this.timetable = timetable;
    this.enrolments = enrolments;
    this.names = names;
    this.clock = clock;
    this.caller = caller;
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"facilitator", "programme-manager"})
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description = "Not needed: a note changes nothing that others have read",
      schema = @Schema(type = SchemaType.STRING),
      example = "\"3\"")
  @Operation(
      operationId = "writeSessionNote",
      summary = "Write a note on a session",
      description =
          "About the group, or about one man of it by his enrolment. Names are left out: the note"
              + " says whose it is, and goes when he is erased.")
  @APIResponse(
      responseCode = "201",
      description = "Kept",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SessionNote.View.class),
              examples = @ExampleObject(name = "group", value = EXAMPLE)))
  public Response write(UUID id, @Valid @NotNull WriteNote request) {
    RegisterSheet session = timetable.sheet(id);
    String text = FreeText.of("text", request.text());
    if (!session.held()) {
      throw PracticeProblem.SESSION_NOT_HELD.because("Say first that the session was held.");
    }
    UUID about = request.enrolmentId();
    if (about != null) {
      requireHis(session, about);
    }
    SessionNote note =
        SessionNote.of(session, about, text == null ? "" : text, Act.of(caller, clock.instant()));
    notes.persist(note);
    return Response.status(201).entity(note.view()).type(MediaType.APPLICATION_JSON_TYPE).build();
  }

  private void requireHis(RegisterSheet session, UUID about) {
    if (!enrolments.wasOn(about, session.runId())) {
      throw RequestProblem.INVALID.of(
          List.of(new Violation("enrolmentId", "NOT_ENROLLED", "is not enrolled on this run")));
    }
    if (names.isErased(enrolments.get(about).personId())) {
      throw PracticeProblem.PARTICIPANT_ERASED.because("His record is closed.");
    }
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(operationId = "listSessionNotes", summary = "List the notes on a session")
  @APIResponse(
      responseCode = "200",
      description = "A page of notes, newest first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = NotePage.class),
              examples = @ExampleObject(name = "none", value = "{\"items\":[]}")))
  public Response list(
      UUID id,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    UUID session = timetable.sheet(id).sessionId();
    List<SessionNote> found = notes.of(session, Cursor.before(cursor), Page.rows(limit));
    return Answers.page(Page.of(found, limit, SessionNote::id, SessionNote::view), request);
  }
}
