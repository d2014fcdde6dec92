package org.crossborough.safety.conflict;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.access.NoDetails;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The walls that workers put up around themselves, or that a manager puts up around them. */
@Path("/v1/declared-conflicts")
@Tag(name = "Conflicts", description = "Who must not see what belongs to which referral")
@RunOnVirtualThread
class ConflictResource {

  private static final String CONFLICT =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000ab01","worker":"example-worker",
      "referralId":"019bb9a0-7c1e-7000-8000-00000000a001","reasonCode":"KNOWS_HIM",
      "declaredAt":"2026-01-13T09:00:00Z","version":0}\
      """;

  private final DeclaredConflicts conflicts;
  private final CaseAudit audit;
  private final Caller caller;
  private final Clock clock;

  ConflictResource(DeclaredConflicts conflicts, CaseAudit audit, Caller caller, Clock clock) {
    this.conflicts = conflicts;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A conflict.
   *
   * @param worker whose it is; absent when it is the caller's own
   */
  @Schema(
      examples =
          "{\"referralId\":\"019bb9a0-7c1e-7000-8000-00000000a001\",\"reasonCode\":\"KNOWS_HIM\"}")
  record Declaration(
      @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._@-]{1,99}") @Nullable String worker,
      @NotNull UUID referralId,
      @NotNull ConflictReason reasonCode) {}

  /** A conflict as it stands. */
  record Conflict(
      UUID id,
      String worker,
      UUID referralId,
      ConflictReason reasonCode,
      Instant declaredAt,
      @Nullable Instant withdrawnAt,
      long version) {}

  /** Conflicts. */
  record Conflicts(List<Conflict> items, @Nullable String next) {}

  @GET
  @Transactional
  @RolesAllowed("iss-manager")
  @Operation(operationId = "listConflicts", summary = "The conflicts that stand, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of conflicts",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Conflicts.class),
              examples = @ExampleObject(name = "page", value = "{\"items\":[" + CONFLICT + "]}")))
  @APIResponse(responseCode = "400", description = "The limit or the cursor is not valid")
  @APIResponse(responseCode = "403", description = "Not a manager of the support side")
  public Response list(
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    List<DeclaredConflict> rows = conflicts.before(Cursor.before(cursor), Page.rows(limit));
    return Answers.page(
        Page.of(rows, limit, DeclaredConflict::id, DeclaredConflict::view), request);
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(
      operationId = "declareConflict",
      summary = "Put up a wall",
      description =
          "A worker declares for herself, a manager for anybody. The referral need not be known:"
              + " the answer does not tell whether it is.")
  @APIResponse(
      responseCode = "201",
      description = "The wall stands",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Conflict.class),
              examples = @ExampleObject(name = "conflict", value = CONFLICT)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "403", description = "Not one's own, and not a manager")
  public Response declare(@Valid @NotNull Declaration declaration) {
    String actor = audit.actor();
    String worker = declaration.worker() == null ? actor : declaration.worker();
    if (!worker.equals(actor) && !caller.hasRole("iss-manager")) {
      throw RequestProblem.FORBIDDEN.builder().build();
    }
    DeclaredConflict conflict =
        DeclaredConflict.of(
            worker, declaration.referralId(), declaration.reasonCode(), actor, clock.instant());
    conflicts.persist(conflict);
    audit.done("DECLARE_CONFLICT", conflict.id().toString(), declaration.reasonCode().name());
    return Answers.created(
        "/v1/declared-conflicts/" + conflict.id(), conflict.version(), conflict.view());
  }

  @POST
  @Path("/{id}/withdrawal")
  @Transactional
  @Idempotent
  @RolesAllowed("iss-manager")
  @Operation(operationId = "withdrawConflict", summary = "Take somebody else's wall down")
  @APIResponse(
      responseCode = "200",
      description = "The wall is down",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Conflict.class),
              examples = @ExampleObject(name = "conflict", value = CONFLICT)))
  @APIResponse(responseCode = "403", description = "Not a manager of the support side")
  @APIResponse(responseCode = "404", description = "No such conflict")
  @APIResponse(responseCode = "409", description = "One's own, or withdrawn before")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  public Response withdraw(UUID id, @Nullable NoDetails none, @Context HttpHeaders headers) {
    DeclaredConflict conflict =
        conflicts
            .findByIdOptional(id)
            .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
    EntityVersion.require(headers, conflict.version());
    conflict.withdraw(audit.actor(), clock.instant());
    conflicts.flush();
    audit.done("WITHDRAW_CONFLICT", id.toString(), "CONFLICT_CARE");
    return Answers.ok(conflict.version(), conflict.view());
  }
}
