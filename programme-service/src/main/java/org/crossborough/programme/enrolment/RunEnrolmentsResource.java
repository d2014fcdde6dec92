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
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.programme.run.ScheduledRuns;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is enrolled on a run. */
@Path("/v1/runs/{id}/enrolments")
@RunOnVirtualThread
@Tag(name = "Enrolments", description = "Men on runs.")
class RunEnrolmentsResource {

  /** A page of enrolments, for the API description. */
  @Schema(name = "EnrolmentPage")
  record EnrolmentPage(List<EnrolmentView> items, @Nullable String next) {}

  private final Enrolments enrolments;
  private final EnrolmentViews views;
  private final ScheduledRuns runs;

  RunEnrolmentsResource(Enrolments enrolments, EnrolmentViews views, ScheduledRuns runs) {
    this.enrolments = enrolments;
    this.views = views;
    this.runs = runs;
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator", "assessor"})
  @Operation(operationId = "listEnrolmentsOfRun", summary = "List who is enrolled on a run")
  @APIResponse(
      responseCode = "200",
      description = "A page of enrolments, newest first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnrolmentPage.class),
              examples = @ExampleObject(name = "last", value = "{\"items\":[]}")))
  @APIResponse(responseCode = "404", description = "No such run for this caller")
  public Response list(
      UUID id,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    UUID runId = runs.get(id).id();
    List<Enrolment> found = enrolments.ofRun(runId, Cursor.before(cursor), Page.rows(limit));
    return Answers.page(Page.of(found, limit, Enrolment::id, views.of(found)), request);
  }
}
