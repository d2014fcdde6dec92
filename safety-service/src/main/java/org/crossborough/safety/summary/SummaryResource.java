package org.crossborough.safety.summary;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.safety.access.ReadingPurpose;
import org.crossborough.safety.casebook.Casebook;
import org.crossborough.safety.casebook.OpenCase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything a worker needs before she calls, on one page. */
@Path("/v1/survivor-cases/{id}/summary")
@Tag(name = "Survivor cases")
@RunOnVirtualThread
class SummaryResource {

  private final Casebook casebook;
  private final CaseSummaries summaries;
  private final Clock clock;

  SummaryResource(Casebook casebook, CaseSummaries summaries, Clock clock) {
    this.casebook = casebook;
    this.summaries = summaries;
    this.clock = clock;
  }

  @GET
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(
      operationId = "summariseSurvivorCase",
      summary = "Where a case stands and what is next, on one page")
  @APIResponse(
      responseCode = "200",
      description = "No name and no words of hers; each part links to the rest",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CaseSummary.class),
              examples =
                  @ExampleObject(
                      name = "summary",
                      value =
                          """
                          {"id":"019bb9a0-7c1e-7000-8000-00000000c001","status":"ACTIVE_SUPPORT",
                          "contactTier":4,"nextContactDueAt":"2026-02-17T00:00:00Z",
                          "contact":{"next":{"at":"2026-02-10T10:00:00Z","ways":[
                          {"contactPointId":"019bb9a0-7c1e-7000-8000-00000000d001",
                          "use":"CALL"}]},
                          "href":"/v1/survivor-cases/019bb9a0-7c1e-7000-8000-00000000c001/contact-advice"},
                          "tasks":[{"trigger":"RISK_REASSESSMENT","dueAt":"2026-02-12T00:00:00Z",
                          "late":false}],
                          "risk":{"level":"HIGH","assessedOn":"2026-02-03","href":
                          "/v1/survivor-cases/019bb9a0-7c1e-7000-8000-00000000c001/dash-assessments/019bb9a0-7c1e-7000-8000-00000000da01"},
                          "children":{"underEighteen":2,"href":
                          "/v1/survivor-cases/019bb9a0-7c1e-7000-8000-00000000c001/children"},
                          "href":"/v1/survivor-cases/019bb9a0-7c1e-7000-8000-00000000c001"}\
                          """)))
  @APIResponse(responseCode = "400", description = "No purpose was given")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public Response summarise(
      UUID id,
      @HeaderParam(ReadingPurpose.HEADER) @Parameter(required = true, example = "SUPPORT_CALL")
          @Nullable String purpose) {
    OpenCase open = casebook.read(id, "READ_SUMMARY", purpose);
    return Answers.ok(open.survivorCase().version(), summaries.of(open, clock.instant()));
  }
}
