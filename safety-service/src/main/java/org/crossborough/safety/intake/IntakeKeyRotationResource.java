package org.crossborough.safety.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.access.NoDetails;
import org.crossborough.safety.access.StepUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The changing of the key that envelopes are sealed to. */
@Path("/v1/intake-keys/rotation")
@Tag(name = "Keys", description = "The keys of the survivor side")
@RunOnVirtualThread
class IntakeKeyRotationResource {

  private final IntakeKeys keys;
  private final CaseAudit audit;
  private final StepUp stepUp;

  IntakeKeyRotationResource(IntakeKeys keys, CaseAudit audit, StepUp stepUp) {
    this.keys = keys;
    this.audit = audit;
    this.stepUp = stepUp;
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("iss-manager")
  @Operation(
      operationId = "rotateIntakeKey",
      summary = "Seal to a new key from now on",
      description =
          "The key it replaces opens envelopes until its overlap has passed; a lost repeat makes no"
              + " second key.")
  @APIResponse(
      responseCode = "200",
      description = "The keys that are published now, the new one first",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = IntakeKeyResource.PublicKeys.class),
              examples =
                  @ExampleObject(
                      name = "keys",
                      value =
                          """
                          {"keys":[{"kty":"EC","crv":"P-256",
                          "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                          "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
                          "use":"enc","alg":"ECDH-ES+A256KW","kid":"example"}]}\
                          """)))
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "403", description = "Not a manager of the support side")
  public Response rotate(@Nullable NoDetails none) {
    stepUp.require();
    audit.done("ROTATE_INTAKE_KEY", "intake-keys", "KEY_CARE");
    return Response.ok(
            new IntakeKeyResource.PublicKeys(keys.rotate()), MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
