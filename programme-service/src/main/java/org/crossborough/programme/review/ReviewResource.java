package org.crossborough.programme.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
import org.crossborough.programme.staff.Act;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reviews of a man's progress. */
@Path("/v1/enrolments/{id}/reviews")
@RunOnVirtualThread
@Tag(name = "Practice", description = "Notes, exercises and reviews.")
class ReviewResource {

  private static final String EXAMPLE =
      """
      {"id":"019b7a10-0000-7000-8000-000000000071",
      "enrolmentId":"019b7a10-0000-7000-8000-000000000031","stage":"INTAKE",
      "reviewedOn":"2026-02-02","takingResponsibility":"PARTLY","violenceStopped":"YES",
      "instrumentalUse":"REDUCED","relapseTriggers":["CONFLICT"],"childContact":"SUPERVISED",
      "assessedRisk":"MEDIUM","recordedAt":"2026-02-02T16:10:00Z","recordedBy":"demo-facilitator"}
      """;

  /** A page of reviews, for the API description. */
  @Schema(name = "ReviewPage")
  record ReviewPage(List<ReviewView> items, @Nullable String next) {}

  private final ProgressReviews reviews;
  private final EnrolmentLedger enrolments;
  private final Clock clock;
  private final Caller caller;

  ReviewResource(ProgressReviews reviews, EnrolmentLedger enrolments, Clock clock, Caller caller) {
    this.reviews = reviews;
    this.enrolments = enrolments;
    this.clock = clock;
    this.caller = caller;
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"facilitator", "programme-manager"})
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description = "The enrolment's ETag; need not be stated, and must be current if it is",
      schema = @Schema(type = SchemaType.STRING),
      example = "\"3\"")
  @Operation(operationId = "recordReview", summary = "Record a review of a man's progress")
  @APIResponse(
      responseCode = "201",
      description = "Recorded; it stands for its stage until a later one is recorded",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReviewView.class),
              examples = @ExampleObject(name = "intake", value = EXAMPLE)))
  public Response record(
      UUID id, @Valid @NotNull RecordReview request, @Context HttpHeaders headers) {
    Known man = enrolments.require(id, headers);
    LocalDate today = LocalDate.now(clock);
    LocalDate on = notInFuture("reviewedOn", request.reviewedOn(), today);
    if (request.exitTopRequestedOn() != null) {
      if (request.stage() != ProgressReview.Stage.END) {
        throw invalid("exitTopRequestedOn", "END_ONLY", "is part of the end review");
      }
      var _ = notInFuture("exitTopRequestedOn", request.exitTopRequestedOn(), today);
    }
    ProgressReview review = ProgressReview.of(man, request, on, Act.of(caller, clock.instant()));
    reviews.persist(review);
    return Response.status(201).entity(review.view()).type(MediaType.APPLICATION_JSON_TYPE).build();
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(operationId = "listReviews", summary = "List a man's reviews, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of reviews",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReviewPage.class),
              examples = @ExampleObject(name = "none", value = "{\"items\":[]}")))
  public Response list(
      UUID id,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    List<ProgressReview> found =
        reviews.of(enrolments.get(id).id(), Cursor.before(cursor), Page.rows(limit));
    return Answers.page(Page.of(found, limit, ProgressReview::id, ProgressReview::view), request);
  }

  private static LocalDate notInFuture(String field, @Nullable LocalDate given, LocalDate today) {
    if (given != null && given.isAfter(today)) {
      throw invalid(field, "IN_FUTURE", "must not be in the future");
    }
    return given == null ? today : given;
  }

  private static RuntimeException invalid(String field, String code, String message) {
    return RequestProblem.INVALID.of(List.of(new Violation(field, code, message)));
  }
}
