package org.crossborough.referral.access;

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
import org.crossborough.referral.access.AccessLog.AccessView;
import org.crossborough.referral.form.PageSize;
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

/** The record of reads over HTTP. */
@Path("/v1/referrals/{id}/accesses")
@Tag(name = "Rights", description = "What a man may ask for, and how long he is remembered.")
@RunOnVirtualThread
class AccessResource {

  private static final String EXAMPLE =
      """
      {"items":[{"id":"0197f3a0-1c00-7000-8000-00000000000a","at":"2026-01-07T09:00:00Z",
        "by":"demo-assessor","role":"assessor","what":"REFERRAL","purpose":"CASE_WORK"}]}
      """;

  private final AccessLog log;
  private final ReferralsInSight referrals;

  AccessResource(AccessLog log, ReferralsInSight referrals) {
    this.log = log;
    this.referrals = referrals;
  }

  @GET
  @Transactional
  @RolesAllowed({Roles.COORDINATOR, Roles.DATA_PROTECTION_OFFICER, Roles.AUDITOR})
  @Operation(
      operationId = "listAccesses",
      summary = "List who read a referral",
      description = "Every read of one referral that showed something of the man, newest first.")
  @APIResponse(
      responseCode = "200",
      description = "A page of reads",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccessPage.class),
              examples = @ExampleObject(name = "accesses", value = EXAMPLE)))
  public Response list(
      UUID id,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "100",
                      defaultValue = "20"))
          @RestQuery
          @Nullable String limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo request) {
    int size = PageSize.of(limit);
    UUID before = Cursor.before(cursor);
    UUID referralId = referrals.require(id).id();
    List<AccessView> rows = log.of(referralId, before, size);
    return Answers.page(Page.of(rows, size, AccessView::id, Function.identity()), request);
  }

  /** A page of reads, for the description of the API. */
  record AccessPage(List<AccessView> items, @Nullable String next) {}
}
