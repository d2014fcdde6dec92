package org.crossborough.chassis.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events leave. */
@ConfigMapping(prefix = "crossborough.outbox")
public interface OutboxConfig {

  /** Whether this process relays; off in tests that look at the table itself. */
  @WithDefault("true")
  boolean relay();

  /** How long a relay waits for work that another process of the service committed. */
  @WithDefault("250ms")
  Duration poll();

  /**
   * How long the relay gathers after it has sent: the first event after a silence leaves at once,
   * those that come close behind each other leave together.
   */
  @WithDefault("25ms")
  Duration gather();

  /** How often an idle relay asks whether the broker still has what it acknowledged. */
  @WithDefault("10s")
  Duration verifyEvery();

  /** The most events sent before the first is recorded as acknowledged. */
  @WithDefault("500")
  int batch();

  /** How long the broker may take to acknowledge before the batch is tried again. */
  @WithDefault("15s")
  Duration deliveryTimeout();
}
