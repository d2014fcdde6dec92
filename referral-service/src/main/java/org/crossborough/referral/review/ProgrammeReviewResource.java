package org.crossborough.referral.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.contracts.ReferralEvent.ProgrammeReviewClosed;
import org.crossborough.contracts.ReferralEvent.ProgrammeReviewOpened;
import org.crossborough.referral.access.ReferralsInSight;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.decision.ReviewConfig;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.NoDetails;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Reviews that his own side opens, over HTTP. They show as those do that follow a hold; without
 * them, "under review" would say that the support side has acted.
 */
@Path("/v1/referrals/{id}/programme-reviews")
@Tag(
    name = "Programme reviews",
    description = "A stop of a man's way into and through the programme, without a reason.")
@RunOnVirtualThread
@Transactional
class ProgrammeReviewResource {

  private final ReferralsInSight referrals;
  private final ProgrammeReviews reviews;
  private final ReviewConfig config;
  private final Outbox outbox;
  private final Caller caller;
  private final Clock clock;

  ProgrammeReviewResource(
      ReferralsInSight referrals,
      ProgrammeReviews reviews,
      ReviewConfig config,
      Outbox outbox,
      Caller caller,
      Clock clock) {
    this.referrals = referrals;
    this.reviews = reviews;
    this.config = config;
    this.outbox = outbox;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.COORDINATOR, Roles.PROGRAMME_MANAGER})
  @Operation(
      operationId = "openProgrammeReview",
      summary = "Put a man's place under review",
      description =
          "Stops what would bring him nearer, as a review does that nobody here opened; leaving is"
              + " never stopped. Whatever the referral's status. It ends by itself after its last"
              + " day. Nobody else sees who opened it, and no reason is kept.")
  @APIResponse(
      responseCode = "201",
      description = "The review, open",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ProgrammeReviewView.class),
              examples = @ExampleObject(name = "opened", value = ProgrammeReviewView.OPENED)))
  public Response open(UUID id, @NotNull @Valid OpenReview body) {
    // Locked: of a review and an acceptance, one comes second.
    var _ = referrals.requireForChange(id);
    Occasion occasion = Occasion.of(clock, caller);
    LocalDate reviewOn = body.day(occasion.today(), config.programmeDays());
    ProgrammeReview review = ProgrammeReview.of(id, reviewOn, occasion);
    reviews.add(review);
    outbox.publish(new ProgrammeReviewOpened(id, occasion.at(), review.id(), reviewOn));
    return answer(Response.status(201), review);
  }

  @POST
  @Path("{reviewId}/closing")
  @Idempotent
  @RolesAllowed({Roles.COORDINATOR, Roles.PROGRAMME_MANAGER})
  @Operation(
      operationId = "closeProgrammeReview",
      summary = "Close a review before its last day",
      description = "By whoever opened it; to everybody else it is not there.")
  @APIResponse(
      responseCode = "200",
      description = "The review, closed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ProgrammeReviewView.class),
              examples = @ExampleObject(name = "closed", value = ProgrammeReviewView.CLOSED)))
  public Response close(UUID id, UUID reviewId, @Nullable NoDetails body) {
    var _ = referrals.requireForChange(id);
    Occasion occasion = Occasion.of(clock, caller);
    ProgrammeReview review = reviews.requireOwn(id, reviewId, occasion.by());
    if (review.isOver(occasion.today())) {
      throw ProgrammeReviewProblem.OVER.because("It was closed, or its last day has passed.");
    }
    review.close(occasion.at());
    outbox.publish(new ProgrammeReviewClosed(id, occasion.at(), review.id()));
    return answer(Response.ok(), review);
  }

  private static Response answer(Response.ResponseBuilder answer, ProgrammeReview review) {
    return answer.entity(review.view()).type(MediaType.APPLICATION_JSON_TYPE).build();
  }

  /** The last day of the review, as late as may be if not given. */
  @Schema(
      examples =
"""
{"reviewOn":"2026-03-02"}
""")
  record OpenReview(@Nullable LocalDate reviewOn) {

    LocalDate day(LocalDate today, int atMostDays) {
      LocalDate latest = today.plusDays(atMostDays);
      LocalDate day = reviewOn == null ? latest : reviewOn;
      Findings findings = new Findings();
      findings.when(
          day.isBefore(today) || day.isAfter(latest),
          "reviewOn",
          "RANGE",
          "must be today or within %d days".formatted(atMostDays));
      findings.refuse();
      return day;
    }
  }
}
