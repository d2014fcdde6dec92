package org.crossborough.programme.concern;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
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

/** Concerns about a man's attendance and conduct; each is told to the support side at once. */
@Path("/v1/enrolments/{id}/concerns")
@RunOnVirtualThread
@Tag(name = "Safety first", description = "What the support side must hear of within seconds.")
class ConcernResource {

  private static final String EXAMPLE =
      """
      {"id":"019b7a10-0000-7000-8000-000000000051",
      "enrolmentId":"019b7a10-0000-7000-8000-000000000031",
      "sessionId":"019b7a10-0000-7000-8000-000000000021","concernCode":"CONDUCT",
      "raisedAt":"2026-02-02T16:10:00Z"}
      """;

  /** How he behaved at a session is a concern; the words for it stay in the session's notes. */
  @Schema(
      name = "RaiseConductConcern",
      examples = "{\"sessionId\":\"019b7a10-0000-7000-8000-000000000021\"}")
  record RaiseConductConcern(@NotNull UUID sessionId) {}

  /** A page of concerns, for the API description. */
  @Schema(name = "ConcernPage")
  record ConcernPage(List<ConcernView> items, @Nullable String next) {}

  private final Concerns concerns;
  private final RaiseConcern raise;
  private final EnrolmentLedger enrolments;
  private final Timetable timetable;
  private final Clock clock;
  private final Caller caller;

  ConcernResource(
      Concerns concerns,
      RaiseConcern raise,
      EnrolmentLedger enrolments,
      Timetable timetable,
      Clock clock,
      Caller caller) {
    this.concerns = concerns;
    this.raise = raise;
    this.enrolments = enrolments;
    this.timetable = timetable;
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
      description = "The enrolment's ETag; need not be stated, and must be current if it is",
      schema = @Schema(type = SchemaType.STRING),
      example = "\"3\"")
  @Operation(
      operationId = "raiseConductConcern",
      summary = "Raise a concern about a man's conduct at a session")
  @APIResponse(
      responseCode = "201",
      description = "Raised, and on its way to the support side as a code",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ConcernView.class),
              examples = @ExampleObject(name = "conduct", value = EXAMPLE)))
  public Response raise(
      UUID id, @Valid @NotNull RaiseConductConcern request, @Context HttpHeaders headers) {
    Known man = enrolments.require(id, headers);
    RegisterSheet session = timetable.sheet(request.sessionId());
    if (!enrolments.wasOn(id, session.runId())) {
      throw ConcernProblem.SESSION_NOT_HIS.because("Name a session of a run he has a place on.");
    }
    if (!session.held()) {
      throw ConcernProblem.SESSION_NOT_HELD.because("Say first that the session was held.");
    }
    UUID concern =
        raise.raise(
            new RaiseConcern.Subject(
                man.id(), man.referralId(), session.boroughCode(), session.sessionId()),
            ConcernCode.CONDUCT,
            Act.of(caller, clock.instant()));
    return Response.status(201)
        .entity(concerns.findById(concern).view())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(operationId = "listConcerns", summary = "List the concerns about a man, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of concerns",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ConcernPage.class),
              examples = @ExampleObject(name = "none", value = "{\"items\":[]}")))
  public Response list(
      UUID id,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    List<Concern> found =
        concerns.of(enrolments.get(id).id(), Cursor.before(cursor), Page.rows(limit));
    return Answers.page(Page.of(found, limit, Concern::id, Concern::view), request);
  }
}
