package org.crossborough.safety.breakglass;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.access.NoDetails;
import org.crossborough.safety.access.StepUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The asking for, allowing and reviewing of emergency ways to cases. */
@Path("/v1/glass-breakings")
@Tag(name = "Break-glass", description = "Two people, some minutes, and a review")
@RunOnVirtualThread
class GlassBreakingResource {

  private static final String BREAKING =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000ac01",
      "caseId":"019bb9a0-7c1e-7000-8000-00000000c001","requestedBy":"example-worker",
      "requestedAt":"2026-01-13T09:00:00Z","reasonCode":"IMMEDIATE_DANGER","minutes":15,
      "status":"REQUESTED","version":0}\
      """;

  private final GlassBreakings breakings;
  private final CaseAudit audit;
  private final StepUp stepUp;
  private final Clock clock;

  GlassBreakingResource(GlassBreakings breakings, CaseAudit audit, StepUp stepUp, Clock clock) {
    this.breakings = breakings;
    this.audit = audit;
    this.stepUp = stepUp;
    this.clock = clock;
  }

  /** A request: which case, why, and for how long from the approval on. */
  @Schema(
      examples =
          "{\"caseId\":\"019bb9a0-7c1e-7000-8000-00000000c001\","
              + "\"reasonCode\":\"IMMEDIATE_DANGER\",\"minutes\":15}")
  record Asking(
      @NotNull UUID caseId,
      @NotNull GlassBreaking.Reason reasonCode,
      @NotNull @Min(1) @Max(60) Integer minutes) {}

  /** What a review found. */
  @Schema(examples = "{\"findingCode\":\"JUSTIFIED\"}")
  record Review(@NotNull GlassBreaking.Finding findingCode) {}

  /** An emergency way as it stands. */
  record Breaking(
      UUID id,
      UUID caseId,
      String requestedBy,
      Instant requestedAt,
      GlassBreaking.Reason reasonCode,
      int minutes,
      GlassBreaking.Status status,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      @Nullable Instant expiresAt,
      @Nullable Instant usedAt,
      @Nullable String reviewedBy,
      @Nullable Instant reviewedAt,
      GlassBreaking.@Nullable Finding findingCode,
      long version) {}

  /** Emergency ways. */
  record Breakings(List<Breaking> items, @Nullable String next) {}

  @GET
  @Transactional
  @RolesAllowed({"iss-manager", "safeguarding-lead"})
  @Operation(
      operationId = "listGlassBreakings",
      summary = "All of them, newest first",
      description = "Without those to cases with which the reader has a declared conflict.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Breakings.class),
              examples = @ExampleObject(name = "page", value = "{\"items\":[" + BREAKING + "]}")))
  @APIResponse(responseCode = "400", description = "The limit or the cursor is not valid")
  @APIResponse(responseCode = "403", description = "Not somebody who may decide")
  public Response list(
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    List<GlassBreaking> rows = breakings.before(Cursor.before(cursor), Page.rows(limit));
    return Answers.page(Page.of(rows, limit, GlassBreaking::id, GlassBreaking::view), request);
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(
      operationId = "requestGlassBreaking",
      summary = "Ask for an emergency way to a case",
      description = "The answer does not tell whether there is such a case.")
  @APIResponse(
      responseCode = "201",
      description = "Somebody else must decide",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Breaking.class),
              examples = @ExampleObject(name = "breaking", value = BREAKING)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "403", description = "Not a token of the support side")
  @APIResponse(responseCode = "409", description = "The last use has not been reviewed")
  public Response request(@Valid @NotNull Asking asking) {
    stepUp.require();
    if (breakings.reviewIsOutstanding(audit.actor())) {
      throw BreakGlassProblem.REVIEW_OUTSTANDING.because("Have the last use reviewed first.");
    }
    GlassBreaking breaking = GlassBreaking.requested(asking, audit.actor(), clock.instant());
    breakings.persist(breaking);
    audit.done("REQUEST_GLASS_BREAKING", asking.caseId().toString(), asking.reasonCode().name());
    return Answers.created(
        "/v1/glass-breakings/" + breaking.id(), breaking.version(), breaking.view());
  }

  @POST
  @Path("/{id}/approval")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-manager", "safeguarding-lead"})
  @Operation(operationId = "approveGlassBreaking", summary = "Allow it")
  @APIResponse(
      responseCode = "200",
      description = "As it stands now",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Breaking.class),
              examples = @ExampleObject(name = "breaking", value = BREAKING)))
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "403", description = "Not somebody who may decide")
  @APIResponse(responseCode = "404", description = "No such request")
  @APIResponse(responseCode = "409", description = "One's own, or not at that point")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  public Response approve(UUID id, @Nullable NoDetails none, @Context HttpHeaders headers) {
    stepUp.require();
    GlassBreaking breaking = require(id, headers);
    breaking.approve(audit.actor(), clock.instant());
    return written(breaking, "APPROVE_GLASS_BREAKING");
  }

  @POST
  @Path("/{id}/refusal")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-manager", "safeguarding-lead"})
  @Operation(operationId = "refuseGlassBreaking", summary = "Refuse it")
  @APIResponse(
      responseCode = "200",
      description = "As it stands now",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Breaking.class),
              examples = @ExampleObject(name = "breaking", value = BREAKING)))
  @APIResponse(responseCode = "403", description = "Not somebody who may decide")
  @APIResponse(responseCode = "404", description = "No such request")
  @APIResponse(responseCode = "409", description = "One's own, or not at that point")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  public Response refuse(UUID id, @Nullable NoDetails none, @Context HttpHeaders headers) {
    GlassBreaking breaking = require(id, headers);
    breaking.refuse(audit.actor(), clock.instant());
    return written(breaking, "REFUSE_GLASS_BREAKING");
  }

  @POST
  @Path("/{id}/review")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-manager", "safeguarding-lead"})
  @Operation(operationId = "reviewGlassBreaking", summary = "Say what its use was")
  @APIResponse(
      responseCode = "200",
      description = "As it stands now",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Breaking.class),
              examples = @ExampleObject(name = "breaking", value = BREAKING)))
  @APIResponse(responseCode = "400", description = "No such finding")
  @APIResponse(responseCode = "403", description = "Not somebody who may decide")
  @APIResponse(responseCode = "404", description = "No such request")
  @APIResponse(responseCode = "409", description = "One's own, or not at that point")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  public Response review(UUID id, @Valid @NotNull Review review, @Context HttpHeaders headers) {
    GlassBreaking breaking = require(id, headers);
    breaking.review(review.findingCode(), audit.actor(), clock.instant());
    return written(breaking, "REVIEW_GLASS_BREAKING");
  }

  private GlassBreaking require(UUID id, HttpHeaders headers) {
    GlassBreaking breaking =
        breakings.toBeDecided(id).orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
    EntityVersion.require(headers, breaking.version());
    return breaking;
  }

  private Response written(GlassBreaking breaking, String action) {
    breakings.flush();
    audit.done(action, breaking.id().toString(), "EMERGENCY");
    return Answers.ok(breaking.version(), breaking.view());
  }
}
