package org.crossborough.programme.coverage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which modules a man has covered. */
@Path("/v1/enrolments/{id}/module-coverage")
@RunOnVirtualThread
@Tag(name = "Practice", description = "Notes, exercises and reviews.")
class CoverageResource {

  /**
   * A man's modules.
   *
   * @param toMakeUp the codes he must still make up for: no session of them is to come
   */
  @Schema(name = "ModuleCoverage")
  record Coverage(UUID enrolmentId, List<ModuleState> modules, List<String> toMakeUp) {}

  private final EnrolmentLedger enrolments;
  private final CoveredModules modules;

  CoverageResource(EnrolmentLedger enrolments, CoveredModules modules) {
    this.enrolments = enrolments;
    this.modules = modules;
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(operationId = "getModuleCoverage", summary = "Read which modules a man has covered")
  @APIResponse(
      responseCode = "200",
      description = "Every module of his run",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Coverage.class),
              examples =
                  @ExampleObject(
                      name = "missed",
                      value =
                          """
                          {"enrolmentId":"019b7a10-0000-7000-8000-000000000031","modules":[
                          {"moduleCode":"MASCULINITY","mandatory":true,"covered":false,
                          "missedSessionIds":["019b7a10-0000-7000-8000-000000000021"],
                          "toCome":0}],"toMakeUp":["MASCULINITY"]}
                          """)))
  public Coverage get(UUID id) {
    List<ModuleState> states = modules.of(enrolments.get(id));
    return new Coverage(
        id,
        states,
        states.stream().filter(ModuleState::toMakeUp).map(ModuleState::moduleCode).toList());
  }
}
