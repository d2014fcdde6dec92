package org.crossborough.referral.clock;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.crossborough.referral.access.ReferralsInSight;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Time limits over HTTP. */
@Path("/v1/referrals/{id}/clocks")
@Tag(name = "Case list")
@RunOnVirtualThread
class ClockResource {

  private static final String EXAMPLE =
      """
      [{"limit":"ACKNOWLEDGEMENT","state":"MET","startedOn":"2026-01-06","dueOn":"2026-01-08",
        "stoppedOn":"2026-01-07","basis":"Common practice of referral services"},
       {"limit":"ASSESSMENT_OFFER","state":"DUE","startedOn":"2026-01-06","dueOn":"2026-01-20",
        "basis":"Common practice of perpetrator programmes"}]
      """;

  private final ReferralsInSight referrals;
  private final CaseHistories histories;
  private final Clocks clocks;
  private final Clock clock;

  ClockResource(ReferralsInSight referrals, CaseHistories histories, Clocks clocks, Clock clock) {
    this.referrals = referrals;
    this.histories = histories;
    this.clocks = clocks;
    this.clock = clock;
  }

  @GET
  @Transactional
  @RolesAllowed({Roles.COORDINATOR, Roles.ASSESSOR, Roles.PROGRAMME_MANAGER, Roles.AUDITOR})
  @Operation(
      operationId = "getClocks",
      summary = "Read the time limits of a referral",
      description = "Computed from its history; what each limit rests on stands beside it.")
  @APIResponse(
      responseCode = "200",
      description = "Every limit that ran or runs, in the order of the days they are due",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = LimitClock.class, type = SchemaType.ARRAY),
              examples = @ExampleObject(name = "clocks", value = EXAMPLE)))
  public List<LimitClock> get(UUID id) {
    UUID referralId = referrals.require(id).id();
    return clocks.of(histories.of(referralId), Occasion.londonDay(clock.instant()));
  }
}
