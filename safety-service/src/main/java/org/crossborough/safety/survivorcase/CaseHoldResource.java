package org.crossborough.safety.survivorcase;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.contracts.SafetyEvent.SafetyHoldLifted;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.access.NoDetails;
import org.crossborough.safety.hold.SafetyHolds;
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

/** Stops on the man's programme, placed and lifted for a survivor. */
@Path("/v1/survivor-cases/{id}/holds")
@Tag(name = "Holds", description = "Stops on his programme, whose reason never leaves")
@RunOnVirtualThread
class CaseHoldResource {

  private final SurvivorCases cases;
  private final SafetyHolds holds;
  private final CaseAudit audit;
  private final Clock clock;

  CaseHoldResource(SurvivorCases cases, SafetyHolds holds, CaseAudit audit, Clock clock) {
    this.cases = cases;
    this.holds = holds;
    this.audit = audit;
    this.clock = clock;
  }

  /** A hold that now stands. */
  record PlacedHold(UUID holdId, Instant placedAt) {}

  /** A hold that no longer stands. */
  record LiftedHold(UUID holdId, Instant liftedAt) {}

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description = "The ETag last read; need not be stated, and must be current if it is",
      schema = @Schema(type = SchemaType.STRING),
      example = "\"3\"")
  @Operation(operationId = "placeHold", summary = "Stop his programme")
  @APIResponse(
      responseCode = "201",
      description = "The hold stands",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PlacedHold.class),
              examples =
                  @ExampleObject(
                      name = "placed",
                      value =
                          """
                          {"holdId":"019bb9a0-7c1e-7000-8000-00000000f001",
                          "placedAt":"2026-01-20T12:00:00Z"}\
                          """)))
  @APIResponse(responseCode = "403", description = "Not a token of the support side")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public Response place(UUID id, @Nullable NoDetails none, @Context HttpHeaders headers) {
    SurvivorCase survivorCase = cases.require(id, headers);
    SafetyHoldPlaced placed =
        holds.place(id, survivorCase.referralId(), audit.actor(), clock.instant());
    audit.done("PLACE_HOLD", id);
    return Answers.created(
        "/v1/survivor-cases/%s/holds/%s".formatted(id, placed.holdId()),
        survivorCase.version(),
        new PlacedHold(placed.holdId(), placed.occurredAt()));
  }

  @POST
  @Path("/{holdId}/lifting")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "liftHold", summary = "Let his programme go on")
  @APIResponse(
      responseCode = "200",
      description = "The hold is lifted",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = LiftedHold.class),
              examples =
                  @ExampleObject(
                      name = "lifted",
                      value =
                          """
                          {"holdId":"019bb9a0-7c1e-7000-8000-00000000f001",
                          "liftedAt":"2026-01-27T12:00:00Z"}\
                          """)))
  @APIResponse(responseCode = "403", description = "Not a token of the support side")
  @APIResponse(responseCode = "404", description = "No such case or hold, whatever the reason")
  @APIResponse(responseCode = "409", description = "The hold was lifted before")
  @APIResponse(responseCode = "412", description = "The case has changed since it was read")
  public Response lift(
      UUID id, UUID holdId, @Nullable NoDetails none, @Context HttpHeaders headers) {
    SurvivorCase survivorCase = cases.requireSeen(id, headers);
    SafetyHoldLifted lifted = holds.lift(id, holdId, audit.actor(), clock.instant());
    audit.done("LIFT_HOLD", id);
    return Answers.ok(survivorCase.version(), new LiftedHold(lifted.holdId(), lifted.occurredAt()));
  }
}
