package org.crossborough.safety.survivorcase;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.contact.ContactAttempts;
import org.crossborough.safety.contact.ContactEffort;
import org.crossborough.safety.task.ContactTaskConfig;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The moves that end a case, or say why nobody could be reached. */
@Path("/v1/survivor-cases/{id}")
@Tag(name = "Survivor cases")
@RunOnVirtualThread
class CaseEndingResource {

  private static final String MOVED =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000c001","status":"CLOSED",
      "receivedAt":"2026-01-13T09:00:00Z","contactTier":2,"version":4}\
      """;

  private final ContactEffort fairEffort;
  private final SurvivorCases cases;
  private final ContactAttempts attempts;
  private final CaseAudit audit;
  private final Clock clock;

  CaseEndingResource(
      SurvivorCases cases,
      ContactAttempts attempts,
      ContactTaskConfig config,
      CaseAudit audit,
      Clock clock) {
    this.fairEffort =
        new ContactEffort(
            config.effort().attempts(), config.effort().days(), config.effort().channels());
    this.cases = cases;
    this.attempts = attempts;
    this.audit = audit;
    this.clock = clock;
  }

  /** Why, in a code. */
  @Schema(examples = "{\"reasonCode\":\"SUPPORT_COMPLETE\"}")
  record Reason(@NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,39}") String reasonCode) {}

  @POST
  @Path("/closure")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "closeSurvivorCase", summary = "Close a case")
  @APIResponse(
      responseCode = "200",
      description = "The case is closed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SurvivorCaseView.Item.class),
              examples = @ExampleObject(name = "moved", value = MOVED)))
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "409", description = "Not from where the case stands")
  public Response close(UUID id, @Valid @NotNull Reason reason, @Context HttpHeaders headers) {
    return move(cases.requireSeen(id, headers), reason, SurvivorCase::close);
  }

  @POST
  @Path("/transfer")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "transferSurvivorCase", summary = "Hand a case to another service")
  @APIResponse(
      responseCode = "200",
      description = "The case is with another service",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SurvivorCaseView.Item.class),
              examples = @ExampleObject(name = "moved", value = MOVED)))
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "409", description = "Not from where the case stands")
  public Response transfer(UUID id, @Valid @NotNull Reason reason, @Context HttpHeaders headers) {
    return move(cases.requireSeen(id, headers), reason, SurvivorCase::transfer);
  }

  @POST
  @Path("/unsafe-to-contact")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "findUnsafeToContact", summary = "Stop trying: it is not safe")
  @APIResponse(
      responseCode = "200",
      description = "Nobody tries for now",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SurvivorCaseView.Item.class),
              examples = @ExampleObject(name = "moved", value = MOVED)))
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "409", description = "Not from where the case stands")
  public Response findUnsafe(UUID id, @Valid @NotNull Reason reason, @Context HttpHeaders headers) {
    return move(cases.requireSeen(id, headers), reason, SurvivorCase::findUnsafe);
  }

  @POST
  @Path("/unable-to-contact")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "giveUpContact", summary = "Stop trying after a fair effort")
  @APIResponse(
      responseCode = "200",
      description = "Nobody tries until something happens",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SurvivorCaseView.Item.class),
              examples = @ExampleObject(name = "moved", value = MOVED)))
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "409", description = "Too little was tried, or no such move")
  public Response giveUp(UUID id, @Valid @NotNull Reason reason, @Context HttpHeaders headers) {
    SurvivorCase survivorCase = cases.requireSeen(id, headers);
    if (!attempts.effort(id).reaches(fairEffort)) {
      throw SurvivorCaseProblem.EFFORT_TOO_SMALL.because(
          "Try at least %d times, on %d days and by %d ways."
              .formatted(fairEffort.attempts(), fairEffort.days(), fairEffort.channels()));
    }
    if (cases.isAttemptAwaited(id)) {
      throw SurvivorCaseProblem.EFFORT_TOO_SMALL.because(
          "Something has happened since: try her once more.");
    }
    return move(survivorCase, reason, SurvivorCase::giveUp);
  }

  private Response move(
      SurvivorCase survivorCase,
      Reason reason,
      BiFunction<SurvivorCase, Decision, SurvivorCaseStatusChange> verb) {
    Decision decision = new Decision(audit.actor(), clock.instant(), reason.reasonCode());
    cases.keep(List.of(verb.apply(survivorCase, decision)));
    audit.done("MOVE_SURVIVOR_CASE", survivorCase.id());
    return Answers.ok(survivorCase.version(), SurvivorCaseView.Item.of(survivorCase));
  }
}
