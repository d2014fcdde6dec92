package org.crossborough.referral.rights;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.rights.Retention.Standing;
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

/** What is due for review, over HTTP. Nothing is ever destroyed by itself. */
@Path("/v1/retention-reviews")
@Tag(name = "Rights")
@RunOnVirtualThread
class RetentionReviewsResource {

  private static final String PAGE = "{\"items\":[" + RetentionResource.STANDING + "]}";

  private final Retention retention;
  private final Clock clock;

  RetentionReviewsResource(Retention retention, Clock clock) {
    this.retention = retention;
    this.clock = clock;
  }

  @GET
  @Transactional
  @RolesAllowed(Roles.DATA_PROTECTION_OFFICER)
  @Operation(
      operationId = "listRetentionReviews",
      summary = "List referrals whose time is over",
      description = "Each is to be kept for longer, with a reason, or destroyed, by a person.")
  @APIResponse(
      responseCode = "200",
      description = "A page of referrals due for review",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = StandingPage.class),
              examples = @ExampleObject(name = "reviews", value = PAGE)))
  public Response due(
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
    LocalDate today = Occasion.londonDay(clock.instant());
    List<Standing> rows = retention.due(today, Cursor.before(cursor), size);
    return Answers.page(Page.of(rows, size, Standing::referralId, Function.identity()), request);
  }

  /** A page of referrals due for review, for the description of the API. */
  record StandingPage(List<Standing> items, @Nullable String next) {}
}
