package org.crossborough.safety.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The public keys that envelopes are sealed to. */
@Path("/v1/at-risk-details/keys")
@Tag(name = "At-risk details")
@RunOnVirtualThread
class IntakeKeyResource {

  private final IntakeKeys keys;

  IntakeKeyResource(IntakeKeys keys) {
    this.keys = keys;
  }

  /** The keys to seal to, as a JSON Web Key Set (RFC 7517). */
  record PublicKeys(List<PublicKey> keys) {}

  /**
   * One key.
   *
   * @param exp the second (Unix time) from which envelopes to it are refused; absent for the key to
   *     seal to now
   */
  record PublicKey(
      String kty,
      String crv,
      String x,
      String y,
      String use,
      String alg,
      String kid,
      @Nullable Long exp) {}

  @GET
  @PermitAll
  @SecurityRequirementsSet
  @Operation(operationId = "readIntakeKeys", summary = "The key to seal at-risk details to")
  @APIResponse(
      responseCode = "200",
      description = "A JSON Web Key Set: first the key to seal to, then those that are retiring",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PublicKeys.class),
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
  public PublicKeys read() {
    return new PublicKeys(keys.published());
  }
}
