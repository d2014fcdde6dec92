package org.crossborough.safety.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** By when contact has to be tried. */
@ConfigMapping(prefix = "crossborough.contact-task")
public interface ContactTaskConfig {

  /** After the details were received. */
  @WithDefault("48h")
  Duration firstWithin();

  /** After anything later. */
  @WithDefault("24h")
  Duration laterWithin();
}
