package org.crossborough.programme.concern;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a disclosure that has not reached the broker becomes an alarm. */
@ConfigMapping(prefix = "crossborough.disclosure")
public interface DisclosureConfig {

  /** How long a disclosure may wait before somebody must telephone instead. */
  @WithDefault("15m")
  Duration alertAfter();

  /** How often it is looked after. */
  @WithDefault("1m")
  Duration checkEvery();
}
