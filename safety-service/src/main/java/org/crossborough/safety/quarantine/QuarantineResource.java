package org.crossborough.safety.quarantine;

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
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.access.StepUp;
import org.crossborough.safety.intake.Quarantine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The review of hand-overs in quarantine: each is released or destroyed, once. */
@Path("/v1/quarantined-handoffs")
@Tag(name = "Quarantine", description = "Hand-overs from another borough than their referral")
@RunOnVirtualThread
class QuarantineResource {

  private static final String HELD =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000b001","status":"QUARANTINED",
      "referralId":"019bb9a0-7c1e-7000-8000-00000000a001",
      "senderBoroughCode":"E09000019","referringBoroughCode":"E09000007",
      "personCount":1,"receivedAt":"2026-01-13T09:00:00Z","version":1}\
      """;

  private final Quarantine quarantine;
  private final CaseAudit audit;
  private final StepUp stepUp;
  private final Clock clock;

  QuarantineResource(Quarantine quarantine, CaseAudit audit, StepUp stepUp, Clock clock) {
    this.quarantine = quarantine;
    this.audit = audit;
    this.stepUp = stepUp;
    this.clock = clock;
  }

  /** Those nobody has decided on. */
  record Waiting(List<Quarantine.Held> items, @Nullable String next) {}

  /** Why one is released. */
  enum ReleaseReason {
    BOROUGHS_CONFIRMED_BY_PHONE,
    MAN_MOVED_BOROUGH,
    SHARED_SERVICE
  }

  /** Why one is destroyed. */
  enum DestructionReason {
    WRONG_REFERRAL,
    SENT_BY_MISTAKE,
    SENDER_NOT_ENTITLED
  }

  /** A release. */
  @Schema(examples = "{\"reasonCode\":\"BOROUGHS_CONFIRMED_BY_PHONE\"}")
  record Release(@NotNull ReleaseReason reasonCode) {}

  /** A destruction. */
  @Schema(examples = "{\"reasonCode\":\"WRONG_REFERRAL\"}")
  record Destruction(@NotNull DestructionReason reasonCode) {}

  @GET
  @Transactional
  @RolesAllowed("iss-manager")
  @Operation(operationId = "listQuarantinedHandoffs", summary = "What waits for a decision")
  @APIResponse(
      responseCode = "200",
      description = "A page, newest first; how many people, never who",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Waiting.class),
              examples = @ExampleObject(name = "page", value = "{\"items\":[" + HELD + "]}")))
  @APIResponse(responseCode = "400", description = "The limit or the cursor is not valid")
  @APIResponse(responseCode = "403", description = "Not a manager of the support side")
  public Response list(
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    UUID before = Cursor.before(cursor);
    audit.reading("LIST_QUARANTINE", "quarantine", "QUARANTINE_REVIEW");
    List<Quarantine.Held> rows = quarantine.before(before, Page.rows(limit));
    return Answers.page(Page.of(rows, limit, Quarantine.Held::id, held -> held), request);
  }

  @POST
  @Path("/{id}/release")
  @Transactional
  @Idempotent
  @RolesAllowed("iss-manager")
  @Operation(operationId = "releaseHandoff", summary = "Take it for the referral's after all")
  @APIResponse(
      responseCode = "200",
      description = "Cases are open for its people",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Quarantine.Held.class),
              examples = @ExampleObject(name = "released", value = HELD)))
  @APIResponse(responseCode = "400", description = "No such reason")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "403", description = "Not a manager of the support side")
  @APIResponse(responseCode = "404", description = "Nothing of that id was ever in quarantine")
  @APIResponse(responseCode = "409", description = "It was decided on before")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  public Response release(UUID id, @Valid @NotNull Release release, @Context HttpHeaders headers) {
    stepUp.require();
    Quarantine.Held held = quarantine.release(id, headers, review(release.reasonCode()));
    audit.done("RELEASE_HANDOFF", id.toString(), release.reasonCode().name());
    return Answers.ok(held.version(), held);
  }

  @POST
  @Path("/{id}/destruction")
  @Transactional
  @Idempotent
  @RolesAllowed("iss-manager")
  @Operation(
      operationId = "destroyHandoff",
      summary = "Make it unreadable for good",
      description = "Destroys the keys of its people, here and for every backup.")
  @APIResponse(
      responseCode = "200",
      description = "Nobody can read it any more",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Quarantine.Held.class),
              examples = @ExampleObject(name = "destroyed", value = HELD)))
  @APIResponse(responseCode = "400", description = "No such reason")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "403", description = "Not a manager of the support side")
  @APIResponse(responseCode = "404", description = "Nothing of that id was ever in quarantine")
  @APIResponse(responseCode = "409", description = "It was decided on before")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  public Response destroy(
      UUID id, @Valid @NotNull Destruction destruction, @Context HttpHeaders headers) {
    stepUp.require();
    Quarantine.Held held = quarantine.destroy(id, headers, review(destruction.reasonCode()));
    audit.done("DESTROY_HANDOFF", id.toString(), destruction.reasonCode().name());
    return Answers.ok(held.version(), held);
  }

  private Quarantine.Review review(Enum<?> reason) {
    return new Quarantine.Review(audit.actor(), clock.instant(), reason.name());
  }
}
