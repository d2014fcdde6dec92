package org.crossborough.outcomes.top;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where keyworkers and their systems hand in Treatment Outcomes Profiles. */
@Path("/v1/top-records")
@RunOnVirtualThread
@Tag(name = "TOP records", description = "Treatment Outcomes Profiles as keyworkers send them.")
class TopResource {

  private static final String FORM =
      """
      {"referralId":"0197f3a0-1c00-7000-8000-000000000001","stage":"START",\
      "interviewDate":"2026-02-01","formVersion":"TOP_2018_PLUS",\
      "substances":{"alcohol":{"total":20},"opiates":{"weeks":[7,7,7,7],"total":28},\
      "crack":{"total":null}},\
      "psychologicalHealth":10,"physicalHealth":11,"qualityOfLife":9}\
      """;
  private static final String RECORD =
      """
      {"id":"0197f3a0-1c00-7000-8000-000000000002",\
      "referralId":"0197f3a0-1c00-7000-8000-000000000001","stage":"START",\
      "interviewDate":"2026-02-01","formVersion":"TOP_2018_PLUS",\
      "substances":{"alcohol":{"state":"ANSWERED","total":20},\
      "opiates":{"state":"ANSWERED","weeks":[7,7,7,7],"total":28},\
      "crack":{"state":"NOT_ANSWERED"}},\
      "psychologicalHealth":10,"physicalHealth":11,"qualityOfLife":9}\
      """;

  private final TakeInTop intake;
  private final TopRecords records;
  private final Caller caller;
  private final Clock clock;

  TopResource(TakeInTop intake, TopRecords records, Caller caller, Clock clock) {
    this.intake = intake;
    this.records = records;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @Transactional
  @RolesAllowed({"drug-alcohol-worker", "borough-system"})
  @Operation(operationId = "recordTop", summary = "Hand in a TOP")
  @Parameter(
      name = "Idempotency-Key",
      in = ParameterIn.HEADER,
      required = true,
      description = "Your own key for this request, the same on every repeat.",
      schema = @Schema(implementation = String.class))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TopForm.class),
              examples = @ExampleObject(name = "start", value = FORM)))
  @APIResponse(
      responseCode = "201",
      description = "Taken in; it can be read but not changed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TopView.class),
              examples = @ExampleObject(name = "start", value = RECORD)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule of the form")
  @APIResponse(responseCode = "404", description = "No referral of yours has this id")
  @APIResponse(responseCode = "422", description = "The key was used for another request")
  public Response record(@NotNull @Valid TopForm form) {
    TopRecord top = intake.takeIn(form, clock.instant(), caller.client());
    return Answers.created("/v1/top-records/" + top.id(), top.version(), TopView.of(top));
  }

  @GET
  @Path("{id}")
  @Transactional
  @RolesAllowed({"drug-alcohol-worker", "borough-system", "outcomes-analyst"})
  @Operation(operationId = "readTop", summary = "Read a TOP record")
  @APIResponse(
      responseCode = "200",
      description = "The record",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TopView.class),
              examples = @ExampleObject(name = "start", value = RECORD)))
  @APIResponse(responseCode = "404", description = "No record of yours has this id")
  public Response read(UUID id) {
    TopRecord top =
        records
            .findByIdOptional(id)
            .orElseThrow(() -> TopProblem.NOT_FOUND.because("No record of yours has this id."));
    return Answers.ok(top.version(), TopView.of(top));
  }
}
