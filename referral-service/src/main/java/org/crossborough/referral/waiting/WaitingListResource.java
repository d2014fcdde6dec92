package org.crossborough.referral.waiting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.borough.GssCode;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.lifecycle.MoveReferral;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The waiting list over HTTP. */
@Path("/v1/waiting-list")
@Tag(name = "Waiting list", description = "Who waits for a place, first accepted first.")
@RunOnVirtualThread
@Transactional
class WaitingListResource {

  private final WaitingList waiting;
  private final MoveReferral referrals;

  WaitingListResource(WaitingList waiting, MoveReferral referrals) {
    this.waiting = waiting;
    this.referrals = referrals;
  }

  @GET
  @RolesAllowed({Roles.COORDINATOR, Roles.PROGRAMME_MANAGER})
  @Operation(
      operationId = "getWaitingList",
      summary = "Read the waiting list",
      description =
          "In the order of acceptance, then of reference. Positions count all who wait, whatever"
              + " borough is asked for.")
  @APIResponse(
      responseCode = "200",
      description = "A page of the list",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = WaitingEntry.Listed.class),
              examples = @ExampleObject(name = "waiting", value = WaitingEntry.LISTED_EXAMPLE)))
  public Response list(
      @RestQuery @GssCode @Nullable String borough,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo request) {
    int size = PageSize.of(limit);
    UUID after = cursor == null ? null : Cursor.before(cursor);
    List<WaitingEntry> rows = waiting.page(borough, after, referrals.occasion().today(), size);
    return Answers.page(
        Page.of(rows, size, WaitingEntry::referralId, Function.identity()), request);
  }
}
