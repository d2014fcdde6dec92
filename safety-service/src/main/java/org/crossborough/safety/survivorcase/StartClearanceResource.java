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
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.access.NoDetails;
import org.crossborough.safety.hold.StartClearance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The support side's release of a man to start. */
@Path("/v1/survivor-cases/{id}/start-clearance")
@Tag(name = "Holds")
@RunOnVirtualThread
class StartClearanceResource {

  private final SurvivorCases cases;
  private final StartClearance clearance;
  private final CaseAudit audit;
  private final Clock clock;

  StartClearanceResource(
      SurvivorCases cases, StartClearance clearance, CaseAudit audit, Clock clock) {
    this.cases = cases;
    this.clearance = clearance;
    this.audit = audit;
    this.clock = clock;
  }

  /** The referral whose man may start. */
  record ClearedReferral(UUID referralId, boolean cleared) {}

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "clearToStart", summary = "Release the man to start")
  @APIResponse(
      responseCode = "200",
      description = "He is released, now or since before",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ClearedReferral.class),
              examples =
                  @ExampleObject(
                      name = "cleared",
                      value =
                          """
                          {"referralId":"019bb9a0-7c1e-7000-8000-00000000a001",
                          "cleared":true}\
                          """)))
  @APIResponse(responseCode = "403", description = "Not a token of the support side")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "409", description = "Somebody was not tried, or a hold stands")
  @APIResponse(responseCode = "412", description = "The case has changed since it was read")
  public Response clear(UUID id, @Nullable NoDetails none, @Context HttpHeaders headers) {
    SurvivorCase survivorCase = cases.requireSeen(id, headers);
    UUID referralId = survivorCase.referralId();
    if (cases.anyUntried(referralId)) {
      throw SurvivorCaseProblem.ATTEMPTS_MISSING.because(
          "Try to reach every person of the referral first.");
    }
    clearance.release(referralId, clock.instant());
    audit.done("CLEAR_TO_START", id);
    return Answers.ok(survivorCase.version(), new ClearedReferral(referralId, true));
  }
}
