package org.crossborough.safety.hold;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a man may start without a word from the support side. */
@ConfigMapping(prefix = "crossborough.safety")
public interface HoldConfig {

  /** How long the support side has, from acceptance on, before the release happens by itself. */
  @WithDefault("P7D")
  Duration startWindow();

  /** How often that is looked at. */
  @WithDefault("30s")
  Duration releaseEvery();
}
