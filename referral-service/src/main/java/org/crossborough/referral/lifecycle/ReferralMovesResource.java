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
import org.crossborough.referral.assessment.AssessmentResult;
import org.crossborough.referral.assessment.ConfidentialityAgreement;
import org.crossborough.referral.borough.Participation;
import org.crossborough.referral.enrolment.KnownRuns;
import org.crossborough.referral.form.NoDetails;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.review.ProgrammeReviews;
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
  private final KnownRuns runs;
  private final Participation participation;
  private final ProgrammeReviews reviews;

  ReferralMovesResource(
      MoveReferral move, KnownRuns runs, Participation participation, ProgrammeReviews reviews) {
    this.move = move;
    this.runs = runs;
    this.participation = participation;
    this.reviews = reviews;
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
  @Path("assessments")
  @RolesAllowed(Roles.ASSESSOR)
  @Operation(operationId = "recordAssessment", summary = "Record a suitability assessment")
  public Response assess(
      UUID id, @NotNull @Valid RecordAssessment body, @Context HttpHeaders headers) {
    return move.telling(
        id,
        headers,
        (referral, occasion) ->
            referral.assess(body.finding(occasion), body.confidentialityAgreement, occasion));
  }

  @POST
  @Path("acceptance")
  @RolesAllowed({Roles.COORDINATOR, Roles.ASSESSOR})
  @Operation(operationId = "acceptReferral", summary = "Accept a referral")
  public Response accept(
      UUID id, @NotNull @Valid AcceptReferral body, @Context HttpHeaders headers) {
    return move.telling(
        id,
        headers,
        (referral, occasion) -> {
          LocalDate decidedOn = occasion.dayOf(body.decidedOn, "decidedOn");
          return referral.accept(facts(referral, decidedOn), decidedOn, occasion);
        });
  }

  @POST
  @Path("waiting")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(operationId = "putOnWaitingList", summary = "Put on the waiting list")
  public Response waitForPlace(UUID id, @Nullable NoDetails body, @Context HttpHeaders headers) {
    return move.quietly(id, headers, Referral::putOnWaitingList);
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
          ReferralTransition.ALLOCATE.requireLegalFrom(referral.status());
          return runs.place(body.runId, body.startsOn)
              .map(place -> referral.allocate(place, occasion))
              .orElseThrow(() ->
                  ReferralProblem.UNKNOWN_RUN.because(
                      "No run with this id was scheduled, or not yet heard of."));
        });
  }

  private AcceptancePolicy.Facts facts(Referral referral, LocalDate decidedOn) {
    return new AcceptancePolicy.Facts(
        referral,
        reviews.isOpen(referral.id()),
        participation.ofAny(referral.responsibleBoroughs(), decidedOn));
  }

  /** That an appointment was offered. */
  @Schema(
      examples =
"""
{"offeredOn":"2026-01-08"}
""")
  record OfferAssessment(@Nullable LocalDate offeredOn) {}

  /** That the man came and was assessed, and perhaps signed the agreement. */
  @Schema(
      examples =
"""
{"assessedOn":"2026-01-12","result":"SUITABLE",
 "confidentialityAgreement":{"version":"1","signedOn":"2026-01-12"}}
""")
  record RecordAssessment(
      @Nullable LocalDate assessedOn,
      @NotNull AssessmentResult result,
      @Nullable @Valid ConfidentialityAgreement confidentialityAgreement) {

    Assessment.Finding finding(Occasion occasion) {
      if (confidentialityAgreement != null) {
        var _ =
            occasion.dayOf(
                confidentialityAgreement.signedOn(), "confidentialityAgreement.signedOn");
      }
      return new Assessment.Finding(result, occasion.dayOf(assessedOn, "assessedOn"));
    }
  }

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
  record AllocateReferral(@NotNull UUID runId, @Nullable LocalDate startsOn) {}
}
