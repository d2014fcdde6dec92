package org.crossborough.chassis.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events come in. */
@ConfigMapping(prefix = "crossborough.inbox")
public interface InboxConfig {

  /** The consumer group: the service's own name. */
  String group();

  /** This process within its service; the same after a restart, so that it takes over at once. */
  String instance();

  /** The most events applied in one transaction. */
  @WithDefault("200")
  int batch();

  /**
   * How long the reader gathers after it has applied: the first event after a silence is applied at
   * once, those that come close behind each other are applied in one transaction.
   */
  @WithDefault("25ms")
  Duration gather();

  /** How often an event that fails by itself is tried before it is parked. */
  @WithDefault("3")
  int attempts();

  /** The pause before another try. */
  @WithDefault("200ms")
  Duration retryAfter();
}
