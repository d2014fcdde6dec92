package org.crossborough.referral.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.changefeed.ChangeType;
import org.jspecify.annotations.Nullable;

/**
 * A client's wish to be told of its borough's changes. Its position in the feed and its failures
 * are moved on by {@link Deliveries}, beside the version: what a borough decides is not in the way
 * of what is sent meanwhile.
 */
@Entity
@Table(name = "webhook_subscription")
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
class WebhookSubscription {

  @Id private UUID id;
  @Version private long version;
  private String boroughCode;
  private String client;
  private String url;
  private String[] eventTypes;

  @Enumerated(EnumType.STRING)
  private SubscriptionState state;

  private byte[] secret;
  private byte @Nullable [] previousSecret;
  private @Nullable Instant previousSecretUntil;
  private Instant createdAt;
  private String creationKey;
  private @Nullable String rotationKey;

  @Column(updatable = false)
  private long position;

  private int failures;
  private @Nullable Instant failingSince;

  private WebhookSubscription() {}

  static WebhookSubscription of(Owner owner, Target target, Set<ChangeType> types, Origin origin) {
    WebhookSubscription subscription = new WebhookSubscription();
    subscription.id = Ids.next();
    subscription.boroughCode = owner.boroughCode();
    subscription.client = owner.client();
    subscription.url = target.uri().toString();
    subscription.eventTypes = types.stream().map(Enum::name).sorted().toArray(String[]::new);
    subscription.state = SubscriptionState.ACTIVE;
    subscription.createdAt = origin.at();
    subscription.creationKey = origin.key();
    subscription.position = origin.position();
    return subscription;
  }

  /** A client of a borough. */
  record Owner(String boroughCode, String client) {}

  /** When and under which key it was made, and after which change it begins. */
  record Origin(Instant at, String key, long position) {}

  void signWith(byte[] sealed) {
    secret = sealed;
  }

  /** Signs with a new secret, and with the one before for a while. */
  void rotate(byte[] sealed, Instant previousUntil, String key) {
    previousSecret = secret;
    previousSecretUntil = previousUntil;
    secret = sealed;
    rotationKey = key;
  }

  void pause() {
    require(Set.of(SubscriptionState.ACTIVE, SubscriptionState.FAILING), "paused");
    state = SubscriptionState.PAUSED;
  }

  void resume() {
    require(Set.of(SubscriptionState.PAUSED), "resumed");
    state = SubscriptionState.ACTIVE;
    forgive();
  }

  /** A replay revives what was given up, and leaves paused what its owner paused. */
  void revive() {
    if (state != SubscriptionState.PAUSED) {
      state = SubscriptionState.ACTIVE;
    }
    forgive();
  }

  /** Patience begins anew: what failed before was dealt with. */
  private void forgive() {
    failures = 0;
    failingSince = null;
  }

  private void require(Set<SubscriptionState> from, String move) {
    if (!from.contains(state)) {
      throw WebhookProblem.ILLEGAL_MOVE.because(
          "A subscription that is %s cannot be %s.".formatted(state, move));
    }
  }

  /** Whether the same was asked for. */
  boolean isFor(Target target, Set<ChangeType> types) {
    return url.equals(target.uri().toString()) && types().equals(types);
  }

  boolean isOf(Owner owner) {
    return boroughCode.equals(owner.boroughCode()) && client.equals(owner.client());
  }

  Set<ChangeType> types() {
    Set<ChangeType> types = EnumSet.noneOf(ChangeType.class);
    Arrays.stream(eventTypes).map(ChangeType::valueOf).forEach(types::add);
    return types;
  }

  /** The secrets to sign with at an instant, newest first. */
  List<byte[]> sealedSecrets(Instant at) {
    boolean overlap =
        previousSecret != null && previousSecretUntil != null && at.isBefore(previousSecretUntil);
    return overlap ? List.of(secret, previousSecret) : List.of(secret);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  String boroughCode() {
    return boroughCode;
  }

  String url() {
    return url;
  }

  long position() {
    return position;
  }

  byte[] secret() {
    return secret;
  }

  @Nullable String rotationKey() {
    return rotationKey;
  }

  SubscriptionView view() {
    return new SubscriptionView(
        id,
        url,
        types().stream().toList(),
        state,
        createdAt,
        failingSince,
        previousSecretUntil,
        null,
        version);
  }
}
