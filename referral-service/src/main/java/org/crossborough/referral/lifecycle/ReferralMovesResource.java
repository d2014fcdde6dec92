package org.crossborough.referral.lifecycle;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.decision.ReviewConfig;
import org.crossborough.referral.enrolment.KnownRun;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.NoDetails;
import org.crossborough.referral.lifecycle.MovePolicy.Known;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The moves of a referral on its way to a place. */
@Path("/v1/referrals/{id}")
@Tag(name = "Referrals")
@RunOnVirtualThread
@Transactional
@Idempotent
class ReferralMovesResource {

  private final MoveReferral move;
  private final KnownElsewhere known;
  private final ReviewConfig review;

  ReferralMovesResource(MoveReferral move, KnownElsewhere known, ReviewConfig review) {
    this.move = move;
    this.known = known;
    this.review = review;
  }

  @POST
  @Path("triage")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(operationId = "beginTriage", summary = "Begin triage")
  public Response triage(UUID id, @Nullable NoDetails body, @Context HttpHeaders headers) {
    return move.telling(id, headers, Referral::beginTriage);
  }

  @POST
  @Path("at-risk-request")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(operationId = "requestAtRiskDetails", summary = "Wait for at-risk details")
  public Response requestDetails(UUID id, @Nullable NoDetails body, @Context HttpHeaders headers) {
    return move.quietly(id, headers, Referral::requestAtRiskDetails);
  }

  @POST
  @Path("assessment-offer")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(operationId = "offerAssessment", summary = "Offer an assessment")
  public Response offer(
      UUID id, @NotNull @Valid OfferAssessment body, @Context HttpHeaders headers) {
    return move.quietly(
        id,
        headers,
        (referral, occasion) ->
            referral.offerAssessment(occasion.dayOf(body.offeredOn, "offeredOn"), occasion));
  }

  @POST
  @Path("acceptance")
  @RolesAllowed({Roles.COORDINATOR, Roles.ASSESSOR})
  @Operation(
      operationId = "acceptReferral",
      summary = "Accept a referral",
      description = "A refusal names every condition that is not met, not only the first.")
  public Response accept(
      UUID id, @NotNull @Valid AcceptReferral body, @Context HttpHeaders headers) {
    return move.telling(
        id,
        headers,
        (referral, occasion) -> {
          LocalDate decidedOn = occasion.dayOf(body.decidedOn, "decidedOn");
          return referral.accept(known.forAcceptance(referral, decidedOn), decidedOn, occasion);
        });
  }

  @POST
  @Path("waiting")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(operationId = "putOnWaitingList", summary = "Put on the waiting list")
  public Response waitForPlace(UUID id, @Nullable NoDetails body, @Context HttpHeaders headers) {
    return move.telling(
        id,
        headers,
        (referral, occasion) ->
            referral.putOnWaitingList(occasion.today().plusDays(review.waitingDays()), occasion));
  }

  @POST
  @Path("allocation")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(operationId = "allocateReferral", summary = "Give a place on a run")
  public Response allocate(
      UUID id, @NotNull @Valid AllocateReferral body, @Context HttpHeaders headers) {
    return move.telling(
        id,
        headers,
        (referral, occasion) -> {
          Known place = known.forPlace(referral, body.runId);
          body.requireOn(place.run());
          return referral.allocate(place, body.startsOn, occasion);
        });
  }

  /** That an appointment was offered. */
  @Schema(
      examples =
"""
{"offeredOn":"2026-01-08"}
""")
  record OfferAssessment(@Nullable LocalDate offeredOn) {}

  /** That everything needed is there and the man may join. */
  @Schema(
      examples =
"""
{"decidedOn":"2026-01-13"}
""")
  record AcceptReferral(@Nullable LocalDate decidedOn) {}

  /** On which run the man gets a place, and from when if not from its start. */
  @Schema(
      examples =
"""
{"runId":"0197f3a0-1c00-7000-8000-000000000005","startsOn":"2026-02-02"}
""")
  record AllocateReferral(@NotNull UUID runId, @Nullable LocalDate startsOn) {

    /**
     * A man joins a run with its first session or later; what is not known is refused elsewhere.
     */
    void requireOn(@Nullable KnownRun run) {
      Findings findings = new Findings();
      findings.when(
          run != null && startsOn != null && startsOn.isBefore(run.startsOn()),
          "startsOn",
          "BEFORE_RUN",
          "must not lie before the run begins");
      findings.refuse();
    }
  }
}
