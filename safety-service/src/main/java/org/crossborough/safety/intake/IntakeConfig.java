package org.crossborough.safety.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How intake keys change. */
@ConfigMapping(prefix = "crossborough.intake")
public interface IntakeConfig {

  /** How long a replaced key still opens envelopes, for those who fetched it before. */
  @WithDefault("P14D")
  Duration keyOverlap();
}
