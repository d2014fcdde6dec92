package org.crossborough.referral.webhook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.changefeed.ChangeType;
import org.crossborough.referral.changefeed.Changes;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.NoDetails;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.webhook.WebhookSubscription.Origin;
import org.crossborough.referral.webhook.WebhookSubscription.Owner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions over HTTP. A subscription belongs to the client that made it. The two answers that
 * carry a secret are not kept as others are, in plain text: a repeat is recognised by its key, and
 * its answer made again.
 */
@Path("/v1/webhook-subscriptions")
@Tag(name = "Webhooks", description = "Being told of changes instead of asking for them.")
@RunOnVirtualThread
class WebhookSubscriptionResource {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private final WebhookSubscriptions subscriptions;
  private final WebhookSecrets secrets;
  private final Changes changes;
  private final Caller caller;
  private final Clock clock;
  private final WebhookConfig config;

  WebhookSubscriptionResource(
      WebhookSubscriptions subscriptions,
      WebhookSecrets secrets,
      Changes changes,
      Caller caller,
      Clock clock,
      WebhookConfig config) {
    this.subscriptions = subscriptions;
    this.secrets = secrets;
    this.changes = changes;
    this.caller = caller;
    this.clock = clock;
    this.config = config;
  }

  @POST
  @Transactional
  @RolesAllowed(Roles.BOROUGH_SYSTEM)
  @Operation(
      operationId = "createWebhookSubscription",
      summary = "Subscribe to changes",
      description =
          "Messages follow Standard Webhooks and carry ids only. They come at least once, in no"
              + " certain order; `webhook-id` tells repeats. The secret is in this answer and in"
              + " no later one.")
  @APIResponse(
      responseCode = "201",
      description = "The subscription, with its secret",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SubscriptionView.class),
              examples =
                  @ExampleObject(name = "subscription", value = SubscriptionView.WITH_SECRET)))
  public Response create(@NotNull @Valid CreateSubscription form, @Context HttpHeaders headers) {
    String key = requiredKey(headers);
    Target target = form.target(config.allowLoopback());
    Owner owner = owner(caller);
    WebhookSubscription subscription =
        subscriptions
            .createdUnder(key, owner)
            .orElseGet(() -> subscribe(owner, target, form.types(), key));
    if (!subscription.isFor(target, form.types())) {
      throw RequestProblem.IDEMPOTENCY_KEY_REUSED.because(
          "This Idempotency-Key was sent before with another request.");
    }
    return Answers.created(
        "/v1/webhook-subscriptions/" + subscription.id(),
        subscription.version(),
        withSecret(subscription));
  }

  private WebhookSubscription subscribe(
      Owner owner, Target target, Set<ChangeType> types, String key) {
    if (subscriptions.countOf(owner) >= config.subscriptionsPerClient()) {
      throw WebhookProblem.TOO_MANY.because("Delete one that is not needed any more.");
    }
    changes.place();
    Origin origin = new Origin(now(), key, changes.last(owner.boroughCode()));
    WebhookSubscription subscription = WebhookSubscription.of(owner, target, types, origin);
    subscription.signWith(secrets.seal(secrets.generate(), subscription.id()));
    subscriptions.persistAndFlush(subscription);
    return subscription;
  }

  @GET
  @Transactional
  @RolesAllowed(Roles.BOROUGH_SYSTEM)
  @Operation(operationId = "listWebhookSubscriptions", summary = "List your subscriptions")
  @APIResponse(
      responseCode = "200",
      description = "A page of subscriptions, newest first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SubscriptionView.Listed.class),
              examples = @ExampleObject(name = "subscriptions", value = SubscriptionView.LISTED)))
  public Response list(
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
    List<WebhookSubscription> rows =
        subscriptions.newestFirst(owner(caller), Cursor.before(cursor), size);
    return Answers.page(
        Page.of(rows, size, WebhookSubscription::id, WebhookSubscription::view), request);
  }

  @GET
  @Path("{id}")
  @Transactional
  @RolesAllowed(Roles.BOROUGH_SYSTEM)
  @Operation(operationId = "getWebhookSubscription", summary = "Read a subscription")
  @APIResponse(
      responseCode = "200",
      description = "The subscription, without its secret",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SubscriptionView.class),
              examples = @ExampleObject(name = "subscription", value = SubscriptionView.EXAMPLE)))
  public Response get(UUID id) {
    WebhookSubscription subscription = subscriptions.require(id, owner(caller));
    return Answers.ok(subscription.version(), subscription.view());
  }

  @DELETE
  @Path("{id}")
  @Transactional
  @RolesAllowed(Roles.BOROUGH_SYSTEM)
  @Operation(operationId = "deleteWebhookSubscription", summary = "End a subscription")
  @Parameter(
      name = HttpHeaders.IF_MATCH,
      in = ParameterIn.HEADER,
      required = true,
      description = "The ETag last read",
      example = "\"3\"",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(responseCode = "204", description = "It is gone, with its deliveries")
  @APIResponse(
      responseCode = "412",
      description = "It has changed since it was read",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "428",
      description = "If-Match is missing",
      content = @Content(mediaType = "application/problem+json"))
  public Response delete(UUID id, @Context HttpHeaders headers) {
    WebhookSubscription subscription = subscriptions.requireForChange(id, owner(caller));
    EntityVersion.require(headers, subscription.version());
    subscriptions.delete(subscription);
    return Response.noContent().build();
  }

  @POST
  @Path("{id}/secret-rotations")
  @Transactional
  @RolesAllowed(Roles.BOROUGH_SYSTEM)
  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Make a new secret",
      description = "For a day messages carry two signatures: one of the new, one of the old.")
  @APIResponse(
      responseCode = "200",
      description = "The subscription, with its new secret",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SubscriptionView.class),
              examples =
                  @ExampleObject(name = "subscription", value = SubscriptionView.WITH_SECRET)))
  public Response rotate(UUID id, @Nullable NoDetails body, @Context HttpHeaders headers) {
    String key = requiredKey(headers);
    WebhookSubscription subscription = subscriptions.requireForChange(id, owner(caller));
    if (!key.equals(subscription.rotationKey())) {
      EntityVersion.require(headers, subscription.version());
      byte[] sealed = secrets.seal(secrets.generate(), id);
      subscription.rotate(sealed, now().plus(config.previousSecretFor()), key);
      subscriptions.flush();
    }
    return Answers.ok(subscription.version(), withSecret(subscription));
  }

  @POST
  @Path("{id}/pause")
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.BOROUGH_SYSTEM)
  @Operation(operationId = "pauseWebhookSubscription", summary = "Stop sending for now")
  @APIResponse(
      responseCode = "200",
      description = "The subscription, paused",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SubscriptionView.class),
              examples = @ExampleObject(name = "subscription", value = SubscriptionView.EXAMPLE)))
  public Response pause(UUID id, @Nullable NoDetails body, @Context HttpHeaders headers) {
    return move(id, headers, WebhookSubscription::pause);
  }

  @POST
  @Path("{id}/resumption")
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.BOROUGH_SYSTEM)
  @Operation(
      operationId = "resumeWebhookSubscription",
      summary = "Send again, beginning with what happened meanwhile")
  @APIResponse(
      responseCode = "200",
      description = "The subscription, active",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SubscriptionView.class),
              examples = @ExampleObject(name = "subscription", value = SubscriptionView.EXAMPLE)))
  public Response resume(UUID id, @Nullable NoDetails body, @Context HttpHeaders headers) {
    return move(id, headers, WebhookSubscription::resume);
  }

  private Response move(UUID id, HttpHeaders headers, Consumer<WebhookSubscription> move) {
    WebhookSubscription subscription = subscriptions.requireForChange(id, owner(caller));
    EntityVersion.require(headers, subscription.version());
    move.accept(subscription);
    subscriptions.flush();
    return Answers.ok(subscription.version(), subscription.view());
  }

  private SubscriptionView withSecret(WebhookSubscription subscription) {
    return subscription.view().with(secrets.open(subscription.secret(), subscription.id()));
  }

  /** Whose subscriptions the caller works with. */
  static Owner owner(Caller caller) {
    String borough = caller.borough();
    if (borough == null) {
      throw RequestProblem.FORBIDDEN.because("The token names no borough.");
    }
    return new Owner(borough, caller.client());
  }

  private static String requiredKey(HttpHeaders headers) {
    @Nullable String key = headers.getHeaderString("Idempotency-Key");
    if (key == null || !KEY.matcher(key).matches()) {
      throw RequestProblem.IDEMPOTENCY_KEY_REQUIRED.because(
          "Send 1 to 255 visible ASCII characters of your own, the same on every repeat.");
    }
    return key;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Where to send, and what.
   *
   * @param url public, and HTTPS; at most 500 characters
   * @param eventTypes all of them when absent
   */
  @Schema(
      examples =
"""
{"url":"https://hooks.example.org/crossborough",
 "eventTypes":["referral.received","referral.status_changed"]}
""")
  record CreateSubscription(@NotBlank String url, @Nullable List<@NotNull ChangeType> eventTypes) {

    Target target(boolean allowLoopback) {
      Target target = Target.of(url, allowLoopback).orElse(null);
      if (target == null) {
        Findings findings = new Findings();
        findings.when(
            true, "url", "NOT_ALLOWED", "must be an HTTPS address on the public internet");
        findings.refuse();
        throw new IllegalStateException();
      }
      return target;
    }

    Set<ChangeType> types() {
      return eventTypes == null || eventTypes.isEmpty()
          ? EnumSet.allOf(ChangeType.class)
          : EnumSet.copyOf(eventTypes);
    }
  }
}
