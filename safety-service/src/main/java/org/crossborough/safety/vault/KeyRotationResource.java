package org.crossborough.safety.vault;

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

/** The changing of the key that wraps all personal keys. */
@Path("/v1/vault-keys/rotation")
@Tag(name = "Keys", description = "The keys of the survivor side")
@RunOnVirtualThread
class KeyRotationResource {

  private final KeyRotation rotation;
  private final CaseAudit audit;
  private final StepUp stepUp;

  KeyRotationResource(KeyRotation rotation, CaseAudit audit, StepUp stepUp) {
    this.rotation = rotation;
    this.audit = audit;
    this.stepUp = stepUp;
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("iss-manager")
  @Operation(
      operationId = "rotateKeyEncryptionKey",
      summary = "Wrap all personal keys under a new key",
      description =
          "Nothing that is sealed changes. The keys before are forgotten once nothing is under them: a"
              + " copy of the key store from before opens only with the key file of its time.")
  @APIResponse(
      responseCode = "200",
      description = "Every personal key is under the new key",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = KeyRotation.Rotated.class),
              examples =
                  @ExampleObject(name = "rotated", value = "{\"rewrapped\":1200,\"retired\":1}")))
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "403", description = "Not a manager of the support side")
  public Response rotate(@Nullable NoDetails none) {
    stepUp.require();
    KeyRotation.Rotated rotated = rotation.rotate();
    audit.done("ROTATE_KEY_ENCRYPTION_KEY", "vault-keys", "KEY_CARE");
    return Response.ok(rotated, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
