package org.crossborough.programme.reconciliation;

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
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether the minutes of all enrolments are those of their logs. */
@Path("/v1/enrolments/minutes-mismatches")
@RunOnVirtualThread
@Tag(name = "Attendance", description = "What happened at a session, in codes and minutes.")
class MinutesMismatchResource {

  /** A page of mismatches, for the API description. */
  @Schema(name = "MinutesMismatchPage")
  record MismatchPage(List<MinutesCheck> items, @Nullable String next) {}

  private final MinutesMismatches mismatches;

  MinutesMismatchResource(MinutesMismatches mismatches) {
    this.mismatches = mismatches;
  }

  @GET
  @Transactional
  @RolesAllowed({"auditor", "programme-manager"})
  @Operation(
      operationId = "listMinutesMismatches",
      summary = "List enrolments whose minutes are not those of their logs",
      description =
          "Every enrolment is compared while the question is answered, and nothing is changed. An"
              + " empty list says that every minute that is counted is in a log.")
  @APIResponse(
      responseCode = "200",
      description = "A page of mismatches, newest enrolment first; usually none",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MismatchPage.class),
              examples = @ExampleObject(name = "none", value = "{\"items\":[]}")))
  @APIResponse(responseCode = "400", description = "A limit or cursor that is not taken")
  public Response list(
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    List<MinutesCheck> found = mismatches.newestBefore(Cursor.before(cursor), Page.rows(limit));
    return Answers.page(Page.of(found, limit, MinutesCheck::enrolmentId, check -> check), request);
  }
}
