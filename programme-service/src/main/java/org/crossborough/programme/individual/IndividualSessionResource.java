package org.crossborough.programme.individual;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.programme.enrolment.EnrolmentLedger;
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

/** Sessions of a man alone with a facilitator, before his group begins. */
@Path("/v1/enrolments/{id}/individual-sessions")
@RunOnVirtualThread
@Tag(name = "Attendance", description = "What happened at a session, in codes and minutes.")
class IndividualSessionResource {

  private static final String EXAMPLE =
      """
      {"id":"019b7a10-0000-7000-8000-0000000000a1",
      "enrolmentId":"019b7a10-0000-7000-8000-000000000031","heldOn":"2026-01-26",
      "attendedMinutes":60,"countableMinutes":0,"moduleCodes":[],"revision":1,
      "recordedBy":"demo-facilitator"}
      """;

  /**
   * An individual session that took place.
   *
   * @param sessionId names the session that this corrects; nothing for a new one
   * @param attendedMinutes 0 takes a session back that did not take place
   */
  @Schema(
      name = "RecordIndividualSession",
      examples = "{\"heldOn\":\"2026-01-26\",\"attendedMinutes\":60}")
  record RecordIndividualSession(
      @Nullable UUID sessionId,
      @NotNull LocalDate heldOn,
      @NotNull @Min(0) @Max(720) Integer attendedMinutes,
      @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String> moduleCodes) {}

  /** A man's individual sessions: a handful. */
  @Schema(name = "IndividualSessionList")
  record Sessions(List<IndividualSession.View> items) {}

  private final IndividualSessions sessions;
  private final RecordSession record;
  private final EnrolmentLedger enrolments;

  IndividualSessionResource(
      IndividualSessions sessions, RecordSession record, EnrolmentLedger enrolments) {
    this.sessions = sessions;
    this.record = record;
    this.enrolments = enrolments;
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"facilitator", "programme-manager"})
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description = "The enrolment's ETag; need not be stated, and must be current if it is",
      schema = @Schema(type = SchemaType.STRING),
      example = "\"3\"")
  @Operation(
      operationId = "recordIndividualSession",
      summary = "Record or correct an individual session before the group",
      description =
          "Its minutes count only where the programme says so, and never start the programme.")
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = IndividualSession.View.class),
              examples = @ExampleObject(name = "first", value = EXAMPLE)))
  public Response record(
      UUID id, @Valid @NotNull RecordIndividualSession request, @Context HttpHeaders headers) {
    IndividualSession session = record.record(enrolments.require(id, headers), request);
    return Response.status(201)
        .entity(session.view())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(operationId = "listIndividualSessions", summary = "List a man's individual sessions")
  @APIResponse(
      responseCode = "200",
      description = "What stands, oldest first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Sessions.class),
              examples = @ExampleObject(name = "none", value = "{\"items\":[]}")))
  public Sessions list(UUID id) {
    return new Sessions(
        sessions.standing(enrolments.get(id).id()).stream().map(IndividualSession::view).toList());
  }
}
