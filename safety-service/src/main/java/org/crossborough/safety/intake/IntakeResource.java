package org.crossborough.safety.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.access.CaseAudit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The way in for at-risk details: sealed, and with no way to read back, correct or ask. */
@Path("/v1/at-risk-details")
@Tag(name = "At-risk details", description = "Sealed hand-over; the receipt is all that comes back")
@RunOnVirtualThread
class IntakeResource {

  private final Envelopes envelopes;
  private final ReferralMatching matching;
  private final CaseAudit audit;
  private final Caller caller;
  private final Clock clock;

  IntakeResource(
      Envelopes envelopes, ReferralMatching matching, CaseAudit audit, Caller caller, Clock clock) {
    this.envelopes = envelopes;
    this.matching = matching;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** All that is ever told about a hand-over. */
  record Receipt(UUID receiptId, int personCount, Instant receivedAt) {}

  @POST
  @Consumes("application/jose")
  @Transactional
  @Idempotent
  @RolesAllowed({"borough-system", "drug-alcohol-worker", "referral-coordinator"})
  @Operation(
      operationId = "handOverAtRiskDetails",
      summary = "Hand over, sealed, who is at risk",
      description =
          "The body is a compact JWE (ECDH-ES+A256KW, A256GCM, with the kid of the published key)"
              + " around JSON that is padded with spaces at its end to a multiple of 4096 bytes."
              + " Keep the envelope: a repeat under the same key must carry the very same one.")
  @APIResponse(
      responseCode = "201",
      description = "Received; the same whatever becomes of it",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Receipt.class),
              examples =
                  @ExampleObject(
                      name = "receipt",
                      value =
                          """
                          {"receiptId":"019bb9a0-7c1e-7000-8000-00000000b001",
                          "personCount":1,"receivedAt":"2026-01-13T09:00:00Z"}\
                          """)))
  @APIResponse(responseCode = "400", description = "The envelope cannot be read")
  @APIResponse(responseCode = "403", description = "Not a token for the intake")
  @APIResponse(responseCode = "415", description = "Not application/jose")
  public Response receive(
      @RequestBody(
              description = "The sealed envelope",
              content =
                  @Content(
                      mediaType = "application/jose",
                      schema = @Schema(implementation = String.class),
                      examples =
                          @ExampleObject(
                              name = "envelope",
                              description = "Its five parts, each cut short.",
                              value =
                                  "eyJhbGciOiJFQ0RILUVTK0EyNTZLVyIs.WkX0pCqNd1w.4l7mG0cT1uY."
                                      + "b3VyLXNlYWxlZC1kZXRhaWxz.0aN8kVgS5xQ")))
          @Nullable String envelope) {
    if (caller.scope().isEmpty()) {
      // A role that is bound to a borough, and a token that names none.
      throw RequestProblem.FORBIDDEN.builder().build();
    }
    HandedOver handedOver = envelopes.open(envelope);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    AtRiskHandoff handoff = AtRiskHandoff.received(handedOver, caller.borough(), now);
    matching.receive(handoff, handedOver);
    audit.done("HAND_OVER_AT_RISK_DETAILS", handoff.id());
    return Response.status(Response.Status.CREATED)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(new Receipt(handoff.id(), handoff.personCount(), now))
        .build();
  }
}
