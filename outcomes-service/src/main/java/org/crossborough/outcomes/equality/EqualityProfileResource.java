package org.crossborough.outcomes.equality;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.outcomes.disclosure.DisclosurePolicy;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who the men are, in counts of all London that are too large to be anybody. */
@Path("/v1/equality-profile")
@RunOnVirtualThread
@Tag(name = "Equality profile", description = "Men by protected characteristic, London as a whole.")
class EqualityProfileResource {

  private final EqualityCounts counts;
  private final Caller caller;

  EqualityProfileResource(EqualityCounts counts, Caller caller) {
    this.counts = counts;
    this.caller = caller;
  }

  @GET
  @Transactional
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Operation(
      operationId = "readEqualityProfile",
      summary = "Read how many men have each protected characteristic",
      description =
          "Of referrals received and of men who started. Counts of 1 to 7 are hidden and others"
              + " rounded to 5, except for analysts. What was not stated or not asked is counted,"
              + " and its share is given. Without a period: the latest that was published.")
  @APIResponse(
      responseCode = "200",
      description = "The profiles; none when nothing was published",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EqualityView.class),
              examples = @ExampleObject(name = "received", value = EqualityView.EXAMPLE)))
  public EqualityView read(
      @RestQuery
          @Parameter(
              description = "A quarter of the financial year: 2026-Q1 is April to June 2026.",
              example = "2026-Q1")
          @Nullable String period) {
    List<EqualityCounts.Profile> profiles = period == null ? counts.latest() : counts.of(period);
    return EqualityView.of(profiles, policy());
  }

  private DisclosurePolicy policy() {
    return caller.hasRole("outcomes-analyst") ? DisclosurePolicy.NONE : DisclosurePolicy.NHS_1_7_R5;
  }
}
