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
import org.crossborough.referral.decision.DeclineReason;
import org.crossborough.referral.decision.Deferral;
import org.crossborough.referral.decision.DeferralReason;
import org.crossborough.referral.decision.RedirectionReason;
import org.crossborough.referral.decision.WithdrawalReason;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The moves that end a referral without a place, or put it off. */
@Path("/v1/referrals/{id}")
@Tag(name = "Referrals")
@RunOnVirtualThread
@Transactional
@Idempotent
class ReferralEndingsResource {

  private final MoveReferral move;

  ReferralEndingsResource(MoveReferral move) {
    this.move = move;
  }

  @POST
  @Path("decline")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(operationId = "declineReferral", summary = "Decline a referral")
  public Response decline(
      UUID id, @NotNull @Valid DeclineReferral body, @Context HttpHeaders headers) {
    return move.telling(
        id,
        headers,
        (referral, occasion) ->
            referral.decline(body.reasonCode, decided(body.decidedOn, occasion), occasion));
  }

  @POST
  @Path("redirection")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(operationId = "redirectReferral", summary = "Redirect to another service")
  public Response redirect(
      UUID id, @NotNull @Valid RedirectReferral body, @Context HttpHeaders headers) {
    return move.telling(
        id,
        headers,
        (referral, occasion) ->
            referral.redirect(body.reasonCode, decided(body.decidedOn, occasion), occasion));
  }

  @POST
  @Path("withdrawal")
  @RolesAllowed({Roles.COORDINATOR, Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(operationId = "withdrawReferral", summary = "Withdraw a referral")
  public Response withdraw(
      UUID id, @NotNull @Valid WithdrawReferral body, @Context HttpHeaders headers) {
    return move.telling(
        id,
        headers,
        (referral, occasion) ->
            referral.withdraw(body.reasonCode, decided(body.decidedOn, occasion), occasion));
  }

  @POST
  @Path("deferral")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(operationId = "deferReferral", summary = "Put a referral off until a review")
  public Response defer(UUID id, @NotNull @Valid DeferReferral body, @Context HttpHeaders headers) {
    return move.quietly(
        id, headers, (referral, occasion) -> referral.defer(body.deferral(occasion), occasion));
  }

  private static LocalDate decided(@Nullable LocalDate given, Occasion occasion) {
    return occasion.dayOf(given, "decidedOn");
  }

  /** Why the service declines. */
  @Schema(
      examples =
"""
{"reasonCode":"TOTAL_DENIAL","decidedOn":"2026-01-13"}
""")
  record DeclineReferral(@NotNull DeclineReason reasonCode, @Nullable LocalDate decidedOn) {}

  /** Where the man is better helped. */
  @Schema(
      examples =
"""
{"reasonCode":"INDIVIDUAL_WORK","decidedOn":"2026-01-13"}
""")
  record RedirectReferral(@NotNull RedirectionReason reasonCode, @Nullable LocalDate decidedOn) {}

  /** Why the man or his referrer withdraws. */
  @Schema(
      examples =
"""
{"reasonCode":"CHANGED_MIND","decidedOn":"2026-01-13"}
""")
  record WithdrawReferral(@NotNull WithdrawalReason reasonCode, @Nullable LocalDate decidedOn) {}

  /** Why not now, and when to look again. */
  @Schema(
      examples =
"""
{"reasonCode":"CUSTODY","decidedOn":"2026-01-13","reviewOn":"2026-02-10"}
""")
  record DeferReferral(
      @NotNull DeferralReason reasonCode,
      @Nullable LocalDate decidedOn,
      @NotNull LocalDate reviewOn) {

    Deferral deferral(Occasion occasion) {
      LocalDate decided = decided(decidedOn, occasion);
      Findings findings = new Findings();
      findings.when(
          reviewOn.isBefore(decided),
          "reviewOn",
          "BEFORE_DECISION",
          "must not lie before the decision");
      findings.refuse();
      return new Deferral(reasonCode, decided, reviewOn);
    }
  }
}
