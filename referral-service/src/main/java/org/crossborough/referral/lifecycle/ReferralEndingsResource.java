package org.crossborough.referral.lifecycle;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.crossborough.referral.decision.Reasons;
import org.crossborough.referral.decision.RedirectionReason;
import org.crossborough.referral.decision.ReopeningReason;
import org.crossborough.referral.decision.ReviewConfig;
import org.crossborough.referral.decision.WithdrawalReason;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.NoDetails;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The moves that end a referral without a place or put it off, and those that undo that. */
@Path("/v1/referrals/{id}")
@Tag(name = "Referrals")
@RunOnVirtualThread
@Transactional
@Idempotent
class ReferralEndingsResource {

  private final MoveReferral move;
  private final Referrals referrals;
  private final ReviewConfig review;

  ReferralEndingsResource(MoveReferral move, Referrals referrals, ReviewConfig review) {
    this.move = move;
    this.referrals = referrals;
    this.review = review;
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
            referral.decline(
                Reasons.of(DeclineReason.class, body.reasonCode),
                decided(body.decidedOn, occasion),
                occasion));
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
            referral.redirect(
                Reasons.of(RedirectionReason.class, body.reasonCode),
                decided(body.decidedOn, occasion),
                occasion));
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
            referral.withdraw(
                Reasons.of(WithdrawalReason.class, body.reasonCode),
                decided(body.decidedOn, occasion),
                occasion));
  }

  @POST
  @Path("deferral")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(operationId = "deferReferral", summary = "Put a referral off until a review")
  public Response defer(UUID id, @NotNull @Valid DeferReferral body, @Context HttpHeaders headers) {
    return move.telling(
        id,
        headers,
        (referral, occasion) ->
            referral.defer(body.deferral(occasion, review.deferralDays()), occasion));
  }

  @POST
  @Path("resumption")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(operationId = "resumeReferral", summary = "Take up assessment after a deferral")
  public Response resume(UUID id, @Nullable NoDetails body, @Context HttpHeaders headers) {
    return move.quietly(id, headers, Referral::resume);
  }

  @POST
  @Path("no-response-closure")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      operationId = "closeWithoutResponse",
      summary = "Close a returned referral that nobody completed")
  public Response closeNoResponse(UUID id, @Nullable NoDetails body, @Context HttpHeaders headers) {
    return move.telling(id, headers, Referral::closeNoResponse);
  }

  @POST
  @Path("duplicate")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      operationId = "markDuplicate",
      summary = "Close a referral that was sent twice",
      description =
          "By the same borough: a man whom another borough has referred as well stays where he is"
              + " in both.")
  public Response duplicate(UUID id, @Nullable NoDetails body, @Context HttpHeaders headers) {
    return move.telling(
        id,
        headers,
        (referral, occasion) -> referral.markDuplicate(referrals.sentTwice(referral), occasion));
  }

  @POST
  @Path("reopening")
  @RolesAllowed(Roles.PROGRAMME_MANAGER)
  @Operation(
      operationId = "reopenReferral",
      summary = "Open an ended referral again",
      description = "For 90 days after its end; triage and assessment begin anew.")
  public Response reopen(
      UUID id, @NotNull @Valid ReopenReferral body, @Context HttpHeaders headers) {
    return move.telling(
        id,
        headers,
        (referral, occasion) ->
            referral.reopen(Reasons.of(ReopeningReason.class, body.reasonCode), occasion));
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
  record DeclineReferral(
      @NotNull @Size(max = 64) @Schema(type = SchemaType.STRING, implementation = DeclineReason.class)
          String reasonCode,
      @Nullable LocalDate decidedOn) {}

  /** Where the man is better helped. */
  @Schema(
      examples =
"""
{"reasonCode":"INDIVIDUAL_WORK","decidedOn":"2026-01-13"}
""")
  record RedirectReferral(
      @NotNull @Size(max = 64) @Schema(type = SchemaType.STRING, implementation = RedirectionReason.class)
          String reasonCode,
      @Nullable LocalDate decidedOn) {}

  /** Why the man or his referrer withdraws. */
  @Schema(
      examples =
"""
{"reasonCode":"CHANGED_MIND","decidedOn":"2026-01-13"}
""")
  record WithdrawReferral(
      @NotNull @Size(max = 64) @Schema(type = SchemaType.STRING, implementation = WithdrawalReason.class)
          String reasonCode,
      @Nullable LocalDate decidedOn) {}

  /** Why not now, and when to look again. */
  @Schema(
      examples =
"""
{"reasonCode":"CUSTODY","decidedOn":"2026-01-13","reviewOn":"2026-02-10"}
""")
  record DeferReferral(
      @NotNull @Size(max = 64) @Schema(type = SchemaType.STRING, implementation = DeferralReason.class)
          String reasonCode,
      @Nullable LocalDate decidedOn,
      @NotNull LocalDate reviewOn) {

    Deferral deferral(Occasion occasion, int atMostDays) {
      LocalDate decided = decided(decidedOn, occasion);
      Findings findings = new Findings();
      findings.when(
          reviewOn.isBefore(decided),
          "reviewOn",
          "BEFORE_DECISION",
          "must not lie before the decision");
      findings.when(
          reviewOn.isAfter(decided.plusDays(atMostDays)),
          "reviewOn",
          "TOO_LATE",
          "must not lie more than %d days after the decision".formatted(atMostDays));
      findings.refuse();
      return new Deferral(Reasons.of(DeferralReason.class, reasonCode), decided, reviewOn);
    }
  }

  /** Why an ended referral is taken up again. */
  @Schema(
      examples =
"""
{"reasonCode":"CIRCUMSTANCES_CHANGED"}
""")
  record ReopenReferral(
      @NotNull @Size(max = 64) @Schema(type = SchemaType.STRING, implementation = ReopeningReason.class)
          String reasonCode) {}
}
