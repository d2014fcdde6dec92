package org.crossborough.referral.waiting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.decision.ReviewConfig;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.lifecycle.MoveReferral;
import org.crossborough.referral.lifecycle.ReferralCase;
import org.crossborough.referral.waiting.WaitingReview.WaitingReviewView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Reviews of those who wait, over HTTP. */
@Path("/v1/referrals/{id}/waiting-reviews")
@Tag(name = "Waiting list")
@RunOnVirtualThread
@Transactional
class WaitingReviewResource {

  private final MoveReferral referrals;
  private final WaitingList waiting;
  private final ReviewConfig config;

  WaitingReviewResource(MoveReferral referrals, WaitingList waiting, ReviewConfig config) {
    this.referrals = referrals;
    this.waiting = waiting;
    this.config = config;
  }

  @POST
  @Idempotent
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      operationId = "reviewWaiting",
      summary = "Record that a man who waits was looked at again",
      description = "The next review is due within the configured days, 28 by default.")
  public Response review(
      UUID id, @NotNull @Valid ReviewWaiting body, @Context HttpHeaders headers) {
    ReferralCase referral = referrals.open(id, headers);
    Occasion occasion = referrals.occasion();
    LocalDate reviewedOn = occasion.dayOf(body.reviewedOn, "reviewedOn");
    LocalDate nextReviewOn = body.next(reviewedOn, config.waitingDays());
    referral.reviewWaiting(nextReviewOn);
    waiting.add(WaitingReview.of(referral, reviewedOn, nextReviewOn, occasion));
    return referrals.answer(id);
  }

  @GET
  @RolesAllowed({Roles.COORDINATOR, Roles.PROGRAMME_MANAGER})
  @Operation(operationId = "listWaitingReviews", summary = "List reviews, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of the referral's reviews",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = WaitingReviewView.Listed.class),
              examples =
                  @ExampleObject(name = "reviews", value = WaitingReviewView.LISTED_EXAMPLE)))
  public Response list(
      UUID id,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo request) {
    int size = PageSize.of(limit);
    referrals.requireVisible(id);
    List<WaitingReview> rows = waiting.reviewsNewestFirst(id, Cursor.before(cursor), size);
    return Answers.page(Page.of(rows, size, WaitingReview::id, WaitingReview::view), request);
  }

  /** When he was looked at, today if not given, and when he will be next, as late as may be. */
  @Schema(
      examples =
"""
{"reviewedOn":"2026-02-10","nextReviewOn":"2026-03-10"}
""")
  record ReviewWaiting(@Nullable LocalDate reviewedOn, @Nullable LocalDate nextReviewOn) {

    LocalDate next(LocalDate reviewed, int atMostDays) {
      LocalDate latest = reviewed.plusDays(atMostDays);
      LocalDate next = nextReviewOn == null ? latest : nextReviewOn;
      Findings findings = new Findings();
      findings.when(
          !next.isAfter(reviewed) || next.isAfter(latest),
          "nextReviewOn",
          "RANGE",
          "must lie within %d days after the review".formatted(atMostDays));
      findings.refuse();
      return next;
    }
  }
}
