package org.crossborough.safety.blindindex;

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

/** The changing of the key by which people are found. */
@Path("/v1/vault-keys/search-key/rotation")
@Tag(name = "Keys", description = "The keys of the survivor side")
@RunOnVirtualThread
class SearchKeyRotationResource {

  private final SearchKeyRotation rotation;
  private final CaseAudit audit;
  private final StepUp stepUp;

  SearchKeyRotationResource(SearchKeyRotation rotation, CaseAudit audit, StepUp stepUp) {
    this.rotation = rotation;
    this.audit = audit;
    this.stepUp = stepUp;
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("iss-manager")
  @Operation(
      operationId = "rotateSearchKey",
      summary = "Find people by a new key from now on",
      description =
          "Nobody's name or number is opened for it, and everybody is found meanwhile. Whoever has"
              + " copied the keys before can try no name on what there is afterwards.")
  @APIResponse(
      responseCode = "200",
      description = "Everybody is found by the new key",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SearchKeyRotation.Rotated.class),
              examples = @ExampleObject(name = "rotated", value = "{\"reindexed\":3600}")))
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "403", description = "Not a manager of the support side")
  public Response rotate(@Nullable NoDetails none) {
    stepUp.require();
    SearchKeyRotation.Rotated rotated = rotation.rotate();
    audit.done("ROTATE_SEARCH_KEY", "vault-keys", "KEY_CARE");
    return Response.ok(rotated, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
