package org.crossborough.referral.upkeep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the work behind referrals is done. */
@ConfigMapping(prefix = "crossborough.upkeep")
public interface UpkeepConfig {

  /** How long a worker waits before it looks again, unless there was more than goes together. */
  @WithDefault("150ms")
  Duration poll();

  /** The most notes that are worked off in one transaction. */
  @WithDefault("200")
  int batch();
}
