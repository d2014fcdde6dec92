package org.crossborough.programme.template;

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
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.staff.Act;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The programmes that can be run. */
@Path("/v1/programmes")
@RunOnVirtualThread
@Tag(name = "Programmes", description = "Programmes as designed, in versions that never change.")
class ProgrammeResource {

  private static final String SESSION =
      """
      "sessions":[{"index":1,"phase":"ENDING_VIOLENCE","parts":[
      {"minutes":30,"countable":false,"moduleCode":"RECOVERY","approachTags":[]},
      {"minutes":150,"countable":true,"moduleCode":"MASCULINITY",
      "approachTags":["PSYCHODRAMA"]}]}]}\
      """;
  private static final String EXAMPLE =
      """
      {"code":"MEN_AND_MASCULINITIES_WEEKLY","version":2,"title":"Men and Masculinities, weekly",
      "groupType":"BEHAVIOUR_CHANGE","form":"WEEKLY","weeks":22,"plannedSessions":1,
      "plannedMinutes":180,"countableMinutes":150,"minimumCountableMinutes":100,
      "moduleCodes":["RECOVERY","MASCULINITY"],"mandatoryModuleCodes":["MASCULINITY"],
      "absencePolicy":{"consecutiveUnauthorised":2,"totalUnauthorised":3},
      "individualSessionsCount":false,"recordedReviews":true,
      """
          + SESSION;
  private static final String REQUEST =
      """
      {"title":"Men and Masculinities, weekly","groupType":"BEHAVIOUR_CHANGE","form":"WEEKLY",
      "weeks":22,"minimumCountableMinutes":100,"mandatoryModuleCodes":["MASCULINITY"],
      """
          + SESSION;
  private static final String ONE_OF_THEM = "{\"items\":[" + EXAMPLE + "]}";

  /** A page of templates, for the API description. */
  @Schema(name = "ProgrammeTemplatePage")
  record TemplatePage(List<ProgrammeTemplate> items) {}

  private final ProgrammeTemplates templates;
  private final TemplateConfig config;
  private final Clock clock;
  private final Caller caller;

  ProgrammeResource(
      ProgrammeTemplates templates, TemplateConfig config, Clock clock, Caller caller) {
    this.templates = templates;
    this.config = config;
    this.clock = clock;
    this.caller = caller;
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator", "assessor"})
  @Operation(
      operationId = "listProgrammes",
      summary = "List the programmes that can be run, each in its current version")
  @APIResponse(
      responseCode = "200",
      description = "Every programme, by code",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TemplatePage.class),
              examples = @ExampleObject(name = "current", value = ONE_OF_THEM)))
  public Page<ProgrammeTemplate> list() {
    return new Page<>(templates.current(), null);
  }

  @GET
  @Path("/{code}")
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator", "assessor"})
  @Operation(operationId = "getProgramme", summary = "Read the current version of a programme")
  @APIResponse(
      responseCode = "200",
      description = "The current version; its ETag is what publishing the next one must name",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ProgrammeTemplate.class),
              examples = @ExampleObject(name = "current", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such programme")
  public Response get(String code) {
    ProgrammeTemplate current = current(code);
    return Answers.ok(current.version(), current);
  }

  @GET
  @Path("/{code}/versions")
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator", "assessor"})
  @Operation(operationId = "listProgrammeVersions", summary = "List the versions of a programme")
  @APIResponse(
      responseCode = "200",
      description = "Versions, newest first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TemplatePage.class),
              examples = @ExampleObject(name = "versions", value = ONE_OF_THEM)))
  @APIResponse(responseCode = "404", description = "No such programme")
  public Page<ProgrammeTemplate> versions(
      String code,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("below") @DefaultValue("2147483647") @Min(1) int below) {
    String known = current(code).code();
    return new Page<>(templates.versions(known, below, limit), null);
  }

  @GET
  @Path("/{code}/versions/{version}")
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator", "assessor"})
  @Operation(
      operationId = "getProgrammeVersion",
      summary = "Read one version of a programme, superseded or not")
  @APIResponse(
      responseCode = "200",
      description = "The version, as it was published",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ProgrammeTemplate.class),
              examples = @ExampleObject(name = "version", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such version")
  public ProgrammeTemplate version(String code, int version) {
    return templates.find(code, version).orElseThrow(ProgrammeResource::unknown);
  }

  @POST
  @Path("/{code}/versions")
  @Transactional
  @Idempotent
  @RolesAllowed("programme-manager")
  @Operation(
      operationId = "publishProgrammeVersion",
      summary = "Publish the next version of a programme",
      description =
          "Runs keep the version they were scheduled with; nothing published is ever changed."
              + " If-Match names the current version.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PublishVersion.class),
              examples = @ExampleObject(name = "next", value = REQUEST)))
  @APIResponse(
      responseCode = "201",
      description = "The version, published and current",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ProgrammeTemplate.class),
              examples = @ExampleObject(name = "published", value = EXAMPLE)))
  @APIResponse(responseCode = "400", description = "The design breaks a rule")
  @APIResponse(responseCode = "404", description = "No such programme")
  @APIResponse(responseCode = "412", description = "Another version was published meanwhile")
  public Response publish(
      String code, @Valid @NotNull PublishVersion request, @Context HttpHeaders headers) {
    ProgrammeTemplate current = current(code);
    EntityVersion.require(headers, current.version());
    List<Violation> violations = TemplateRules.violations(request, config);
    if (!violations.isEmpty()) {
      throw RequestProblem.INVALID.of(violations);
    }
    ProgrammeTemplate next = request.as(code, current.version() + 1);
    templates.publish(next, Act.of(caller, clock.instant()));
    return Answers.created(
        "/v1/programmes/%s/versions/%d".formatted(code, next.version()), next.version(), next);
  }

  private ProgrammeTemplate current(String code) {
    return templates.current(code).orElseThrow(ProgrammeResource::unknown);
  }

  private static RuntimeException unknown() {
    return TemplateProblem.NOT_FOUND.because("No programme has this code and version.");
  }
}
