package org.crossborough.programme.enrolment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.programme.enrolment.RunEnrolmentsResource.EnrolmentPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Enrolments as they stand. */
@Path("/v1/enrolments")
@RunOnVirtualThread
@Tag(name = "Enrolments", description = "Men on runs.")
class EnrolmentResource {

  static final String EXAMPLE =
      """
      {"id":"019b7a10-0000-7000-8000-000000000031",
      "referralId":"019b7a10-0000-7000-8000-000000000001",
      "runId":"019b7a10-0000-7000-8000-000000000011","status":"ACTIVE","clearToStart":true,
      "participant":{"givenName":"Example","familyName":"Person"},
      "attendedMinutes":300,"countableMinutes":150,"startedOn":"2026-02-02"}
      """;

  private final Enrolments enrolments;
  private final EnrolmentViews views;
  private final Clock clock;

  EnrolmentResource(Enrolments enrolments, EnrolmentViews views, Clock clock) {
    this.enrolments = enrolments;
    this.views = views;
    this.clock = clock;
  }

  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "assessor"})
  @Operation(operationId = "getEnrolment", summary = "Read an enrolment")
  @APIResponse(
      responseCode = "200",
      description = "The enrolment",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnrolmentView.class),
              examples = @ExampleObject(name = "active", value = EXAMPLE)))
  public Response get(UUID id) {
    Enrolment enrolment = enrolments.get(id);
    return Answers.ok(enrolment.version(), views.of(enrolment));
  }

  @GET
  @Path("/reviews-due")
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(
      operationId = "listReviewsDue",
      summary = "List suspended men whose review is due by a day, today when none is named")
  @APIResponse(
      responseCode = "200",
      description = "A page of enrolments, newest first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnrolmentPage.class),
              examples = @ExampleObject(name = "none", value = "{\"items\":[]}")))
  public Response reviewsDue(
      @QueryParam("by") @Nullable LocalDate by,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    LocalDate day = by == null ? LocalDate.now(clock) : by;
    List<Enrolment> found = enrolments.reviewsDue(day, Cursor.before(cursor), Page.rows(limit));
    return Answers.page(Page.of(found, limit, Enrolment::id, views.of(found)), request);
  }
}
