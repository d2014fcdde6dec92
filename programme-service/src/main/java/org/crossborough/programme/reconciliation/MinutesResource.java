package org.crossborough.programme.reconciliation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether an enrolment's minutes are those of its logs. */
@Path("/v1/enrolments/{id}/minutes")
@RunOnVirtualThread
@Tag(name = "Attendance", description = "What happened at a session, in codes and minutes.")
class MinutesResource {

  private static final String EXAMPLE =
      """
      {"enrolmentId":"019b7a10-0000-7000-8000-000000000031","keptAttendedMinutes":300,
      "keptCountableMinutes":150,"rebuiltAttendedMinutes":300,"rebuiltCountableMinutes":150,
      "repaired":false}
      """;

  /** Asks for the minutes to be rebuilt. */
  @Schema(name = "RebuildMinutes", examples = "{}")
  record RebuildMinutes() {}

  private final ReconcileMinutes reconcile;
  private final EnrolmentLedger enrolments;

  MinutesResource(ReconcileMinutes reconcile, EnrolmentLedger enrolments) {
    this.reconcile = reconcile;
    this.enrolments = enrolments;
  }

  @GET
  @Transactional
  @RolesAllowed("programme-manager")
  @Operation(operationId = "checkMinutes", summary = "Compare an enrolment's minutes with its logs")
  @APIResponse(
      responseCode = "200",
      description = "Both, and nothing changed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MinutesCheck.class),
              examples = @ExampleObject(name = "equal", value = EXAMPLE)))
  public MinutesCheck check(UUID id) {
    return reconcile.check(id);
  }

  @POST
  @Path("/rebuild")
  @Transactional
  @Idempotent
  @RolesAllowed("programme-manager")
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description = "The enrolment's ETag; need not be stated, and must be current if it is",
      schema = @Schema(type = SchemaType.STRING),
      example = "\"3\"")
  @Operation(
      operationId = "rebuildMinutes",
      summary = "Rebuild an enrolment's minutes from its logs")
  @APIResponse(
      responseCode = "200",
      description = "What was kept, and what is kept now",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MinutesCheck.class),
              examples = @ExampleObject(name = "equal", value = EXAMPLE)))
  public Response rebuild(
      UUID id, @Valid @NotNull RebuildMinutes request, @Context HttpHeaders headers) {
    MinutesCheck found = reconcile.repair(enrolments.require(id, headers).id());
    return Response.ok(found).type(MediaType.APPLICATION_JSON_TYPE).build();
  }
}
