package org.crossborough.referral.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.referral.changefeed.ChangeType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its owner sees it.
 *
 * @param failingSince the first of the failures in a row; absent while deliveries arrive
 * @param previousSecretUntil until when the secret before the current one signs as well
 * @param secret only in the answer that made it
 */
@Schema(name = "WebhookSubscription")
record SubscriptionView(
    UUID id,
    String url,
    List<ChangeType> eventTypes,
    SubscriptionState state,
    Instant createdAt,
    @Nullable Instant failingSince,
    @Nullable Instant previousSecretUntil,
    @Nullable String secret,
    long version) {

  static final String EXAMPLE =
      """
      {"id":"0197f3a0-1c00-7000-8000-000000000040","url":"https://hooks.example.org/crossborough",
       "eventTypes":["referral.received","referral.status_changed"],"state":"ACTIVE",
       "createdAt":"2026-01-06T09:00:00Z","version":0}
      """;
  static final String WITH_SECRET =
      """
      {"id":"0197f3a0-1c00-7000-8000-000000000040","url":"https://hooks.example.org/crossborough",
       "eventTypes":["referral.received","referral.status_changed"],"state":"ACTIVE",
       "createdAt":"2026-01-06T09:00:00Z",
       "secret":"whsec_ZXhhbXBsZSBvbmx5LCBzaWducyBub3RoaW5nIGF0IGFsbC4=","version":0}
      """;
  static final String LISTED =
      """
      {"items":[{"id":"0197f3a0-1c00-7000-8000-000000000040",
       "url":"https://hooks.example.org/crossborough","eventTypes":["referral.received"],
       "state":"ACTIVE","createdAt":"2026-01-06T09:00:00Z","version":0}]}
      """;

  SubscriptionView with(String shownOnce) {
    return new SubscriptionView(
        id,
        url,
        eventTypes,
        state,
        createdAt,
        failingSince,
        previousSecretUntil,
        shownOnce,
        version);
  }

  /** A page of subscriptions, for the description of the API. */
  @Schema(name = "WebhookSubscriptionPage")
  record Listed(List<SubscriptionView> items, @Nullable String next) {}
}
