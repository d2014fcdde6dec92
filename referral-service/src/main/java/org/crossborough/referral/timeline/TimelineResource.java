package org.crossborough.referral.timeline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.referral.access.Disclosing;
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

/** Timelines over HTTP. */
@Path("/v1/referrals/{id}/timeline")
@Tag(name = "Case list")
@RunOnVirtualThread
class TimelineResource {

  private static final String EXAMPLE =
      """
      [{"at":"2026-01-06T09:00:00Z","kind":"STATUS","code":"RECEIVED","on":"2026-01-06",
        "by":"demo-borough-islington"},
       {"at":"2026-01-06T10:00:00Z","kind":"RECEIPT","code":"RECEIVED","count":1}]
      """;

  private final ReferralsInSight referrals;
  private final Timelines timelines;
  private final Caller caller;
  private final Clock clock;

  TimelineResource(ReferralsInSight referrals, Timelines timelines, Caller caller, Clock clock) {
    this.referrals = referrals;
    this.timelines = timelines;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Disclosing("TIMELINE")
  @RolesAllowed({
    Roles.BOROUGH_SYSTEM,
    Roles.DRUG_ALCOHOL_WORKER,
    Roles.COORDINATOR,
    Roles.ASSESSOR,
    Roles.PROGRAMME_MANAGER
  })
  @Operation(
      operationId = "getTimeline",
      summary = "Read everything that happened to a referral",
      description =
          "Staff see all of it; a borough sees statuses, amendments, receipts and whether the man"
              + " started and ended, without names and reasons.")
  @APIResponse(
      responseCode = "200",
      description = "What happened, oldest first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TimelineEntry.class, type = SchemaType.ARRAY),
              examples = @ExampleObject(name = "timeline", value = EXAMPLE)))
  public List<TimelineEntry> get(UUID id) {
    UUID referralId = referrals.require(id).id();
    List<TimelineEntry> entries = timelines.of(referralId, Occasion.londonDay(clock.instant()));
    if (caller.scope().equals(Caller.EVERY_BOROUGH)) {
      return entries;
    }
    return entries.stream()
        .filter(entry -> entry.kind().isForBoroughs())
        .map(TimelineEntry::coarse)
        .toList();
  }
}
