package org.crossborough.programme.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When what is left undone is counted. */
@ConfigMapping(prefix = "crossborough.watch")
public interface WatchConfig {

  /** How often it is looked after. */
  @WithDefault("1m")
  Duration checkEvery();

  /** How long after its end a session may be without a register. */
  @WithDefault("24h")
  Duration registerDueAfter();
}
