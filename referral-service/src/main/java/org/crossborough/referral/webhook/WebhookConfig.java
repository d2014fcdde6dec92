package org.crossborough.referral.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How patiently, how often and where webhooks are sent. */
@ConfigMapping(prefix = "crossborough.webhook")
public interface WebhookConfig {

  /** Whether this process sends; several may. */
  @WithDefault("true")
  boolean dispatch();

  /** How often to look for what is due. */
  @WithDefault("500ms")
  Duration poll();

  /**
   * The key under which secrets are kept: 32 bytes in base64. Without one nobody can subscribe;
   * with another one than before, no kept secret can be read.
   */
  Optional<String> secretKey();

  /** How long to wait after each attempt that failed; after the last one a delivery is given up. */
  @WithDefault("5S,30S,2M,10M,1H,4H,12H,24H")
  List<Duration> retryAfter();

  /** After how many failures in a row a subscription is shown as failing. */
  @WithDefault("3")
  int failingAfter();

  /** After how long without a success nothing more is sent. */
  @WithDefault("120H")
  Duration deadAfter();

  /** How long to wait for a connection. */
  @WithDefault("3S")
  Duration connectTimeout();

  /** How long an attempt may take as a whole. */
  @WithDefault("10S")
  Duration attemptTimeout();

  /** How long a delivery belongs to the process that took it; longer than any attempt. */
  @WithDefault("60S")
  Duration lease();

  /** How many deliveries to one subscription may be under way at once in one process. */
  @WithDefault("4")
  int perSubscription();

  /** How long the old secret signs as well after a new one was made. */
  @WithDefault("24H")
  Duration previousSecretFor();

  /** How long a delivery that is settled can be read. */
  @WithDefault("720H")
  Duration keepDeliveries();

  /** How many subscriptions one client may have. */
  @WithDefault("5")
  int subscriptionsPerClient();

  /**
   * Whether plain HTTP to this machine itself is allowed; only local platforms and tests say so.
   */
  @WithDefault("false")
  boolean allowLoopback();
}
