package org.crossborough.referral.webhook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.changefeed.Changes;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.NoDetails;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.webhook.WebhookDelivery.DeliveryView;
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

/** What was sent to a subscription, sending a test, and sending again. */
@Path("/v1/webhook-subscriptions/{id}")
@Tag(name = "Webhooks")
@RunOnVirtualThread
class WebhookDeliveryResource {

  private final WebhookSubscriptions subscriptions;
  private final Deliveries deliveries;
  private final Changes changes;
  private final Caller caller;
  private final Clock clock;

  WebhookDeliveryResource(
      WebhookSubscriptions subscriptions,
      Deliveries deliveries,
      Changes changes,
      Caller caller,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.changes = changes;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("deliveries")
  @Transactional
  @RolesAllowed(Roles.BOROUGH_SYSTEM)
  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "List what was sent, newest first",
      description = "Settled deliveries are kept for 30 days.")
  @APIResponse(
      responseCode = "200",
      description = "A page of deliveries",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = WebhookDelivery.Listed.class),
              examples = @ExampleObject(name = "deliveries", value = DeliveryView.LISTED)))
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
    WebhookSubscription subscription = mine(id);
    List<WebhookDelivery> rows =
        deliveries.newestFirst(subscription.id(), Cursor.before(cursor), size);
    return Answers.page(Page.of(rows, size, WebhookDelivery::id, WebhookDelivery::view), request);
  }

  @POST
  @Path("tests")
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.BOROUGH_SYSTEM)
  @Operation(
      operationId = "testWebhookSubscription",
      summary = "Send a test message",
      description = "Also to a subscription that is paused or dead. If-Match is not needed here.")
  @APIResponse(
      responseCode = "202",
      description = "It will be sent; the deliveries show what became of it",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DeliveryView.class),
              examples = @ExampleObject(name = "delivery", value = DeliveryView.EXAMPLE)))
  public Response test(UUID id, @Nullable NoDetails body) {
    WebhookDelivery delivery =
        deliveries.insertTest(mine(id), clock.instant().truncatedTo(ChronoUnit.MICROS));
    return Response.accepted(delivery.view()).build();
  }

  @POST
  @Path("replays")
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.BOROUGH_SYSTEM)
  @Operation(
      operationId = "replayWebhooks",
      summary = "Send again from a point on",
      description =
          "Everything after a cursor of the change feed, or since a time, is sent again under the"
              + " same `webhook-id`. Revives a subscription that is dead.")
  @APIResponse(
      responseCode = "202",
      description = "The subscription; it will be sent again",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SubscriptionView.class),
              examples = @ExampleObject(name = "subscription", value = SubscriptionView.EXAMPLE)))
  public Response replay(
      UUID id, @NotNull @Valid ReplayChanges from, @Context HttpHeaders headers) {
    WebhookSubscription subscription =
        subscriptions.requireForChange(id, WebhookSubscriptionResource.owner(caller));
    EntityVersion.require(headers, subscription.version());
    from.findings().refuse();
    long position = position(from, subscription.boroughCode());
    subscription.revive();
    subscriptions.flush();
    deliveries.rewind(subscription, position);
    return Response.accepted(subscription.view())
        .header(HttpHeaders.ETAG, EntityVersion.tag(subscription.version()))
        .build();
  }

  private long position(ReplayChanges from, String borough) {
    changes.place();
    if (from.since != null) {
      return changes.before(from.since, borough);
    }
    return changes
        .positionOf(Cursor.before(from.after))
        .orElseThrow(
            () -> RequestProblem.INVALID_CURSOR.because("Use a cursor of your own change feed."));
  }

  private WebhookSubscription mine(UUID id) {
    return subscriptions.require(id, WebhookSubscriptionResource.owner(caller));
  }

  /**
   * From where on: one of the two.
   *
   * @param after a cursor of the change feed
   * @param since an instant; what happened then is sent as well
   */
  @Schema(
      examples =
"""
{"since":"2026-01-06T00:00:00Z"}
""")
  record ReplayChanges(@Nullable String after, @Nullable Instant since) {

    Findings findings() {
      Findings findings = new Findings();
      findings.when(
          (after == null) == (since == null), "since", "ONE_OF", "give either after or since");
      return findings;
    }
  }
}
