package org.crossborough.programme.concern;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.List;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.problem.RequestProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a manager must act on by telephone. */
@Path("/v1/enrolments/undelivered-disclosures")
@RunOnVirtualThread
@Tag(name = "Safety first", description = "What the support side must hear of within seconds.")
class UndeliveredDisclosureResource {

  /** All that is undelivered, for the API description. */
  @Schema(name = "UndeliveredDisclosurePage")
  record UndeliveredPage(List<UndeliveredDisclosures.Undelivered> items) {}

  private final UndeliveredDisclosures undelivered;

  UndeliveredDisclosureResource(UndeliveredDisclosures undelivered) {
    this.undelivered = undelivered;
  }

  @GET
  @RolesAllowed("programme-manager")
  @Operation(
      operationId = "listUndeliveredDisclosures",
      summary = "List disclosures that have not reached the support side in time",
      description = "The hundred that have waited longest; usually none.")
  @APIResponse(
      responseCode = "200",
      description = "Oldest first; empty when everything was delivered",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = UndeliveredPage.class),
              examples = @ExampleObject(name = "none", value = "{\"items\":[]}")))
  public UndeliveredPage list() {
    try {
      return new UndeliveredPage(undelivered.oldest(Page.MAXIMUM));
    } catch (SQLException unavailable) {
      throw RequestProblem.UNAVAILABLE.builder().withHeader("Retry-After", 2).build();
    }
  }
}
