package org.crossborough.programme.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a group may be, and who must lead it. */
@ConfigMapping(prefix = "crossborough.run")
public interface RunConfig {

  /** The places of a run that names no number. */
  @WithDefault("12")
  int usualCapacity();

  /** The most places a run may have. */
  @WithDefault("16")
  int capacityCap();

  /** The fewest facilitators a run may have. */
  @WithDefault("2")
  int facilitators();
}
