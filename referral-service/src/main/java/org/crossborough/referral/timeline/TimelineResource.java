package org.crossborough.referral.timeline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.referral.access.Disclosing;
import org.crossborough.referral.access.ReferralsInSight;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.timeline.TimelineEntry.Kind;
import org.crossborough.referral.timeline.Timelines.Stretch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

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

  TimelineResource(ReferralsInSight referrals, Timelines timelines, Caller caller) {
    this.referrals = referrals;
    this.timelines = timelines;
    this.caller = caller;
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
              + " started and ended, without names and reasons. Its first 100 entries unless asked"
              + " for fewer; the Link header leads to those after them.")
  @APIResponse(
      responseCode = "200",
      description = "What happened, oldest first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TimelineEntry.class, type = SchemaType.ARRAY),
              examples = @ExampleObject(name = "timeline", value = EXAMPLE)))
  public Response get(
      UUID id,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "100")) @RestQuery
          @Nullable String limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo request) {
    int size = PageSize.ofWhole(limit);
    TimelineCursor from = TimelineCursor.after(cursor);
    UUID referralId = referrals.require(id).id();
    boolean staff = caller.scope().equals(Caller.EVERY_BOROUGH);
    Set<Kind> kinds = staff ? EnumSet.allOf(Kind.class) : Kind.forBoroughs();
    Stretch stretch = timelines.of(referralId, kinds, from, size);
    List<TimelineEntry> shown =
        stretch.entries().stream().map(entry -> staff ? entry : entry.coarse()).toList();
    String next = stretch.next() == null ? null : stretch.next().text();
    return Answers.page(shown, next, request);
  }
}
