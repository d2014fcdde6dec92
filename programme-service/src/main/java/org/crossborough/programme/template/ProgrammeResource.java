package org.crossborough.programme.template;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.crossborough.chassis.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The programmes that can be run. */
@Path("/v1/programmes")
@RunOnVirtualThread
@Tag(name = "Programmes", description = "Programmes as designed.")
class ProgrammeResource {

  /** A page of templates, for the API description. */
  @Schema(name = "ProgrammeTemplatePage")
  record TemplatePage(List<ProgrammeTemplate> items) {}

  private final ProgrammeTemplates templates;

  ProgrammeResource(ProgrammeTemplates templates) {
    this.templates = templates;
  }

  @GET
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator", "assessor"})
  @Operation(operationId = "listProgrammes", summary = "List the programmes that can be run")
  @APIResponse(
      responseCode = "200",
      description = "Every shipped template",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TemplatePage.class),
              examples =
                  @ExampleObject(
                      name = "shipped",
                      value =
                          """
                          {"items":[{"code":"MEN_AND_MASCULINITIES","version":1,
                          "title":"Men and Masculinities","form":"DAY_PROGRAMME",
                          "plannedSessions":14,"plannedMinutes":4200,
                          "minimumCountableMinutes":1800,"moduleCodes":["MASCULINITY"]}]}
                          """)))
  public Page<ProgrammeTemplate> list() {
    return new Page<>(templates.all(), null);
  }
}
