package org.crossborough.safety.dash;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/**
 * From which score on a level is reached. Bands differ from place to place; that 14 is high is
 * SafeLives' own guidance.
 */
@ConfigMapping(prefix = "crossborough.dash")
interface DashConfig {

  /** The lowest score that is medium, 1 to 24. */
  @WithDefault("10")
  int mediumFrom();

  /** The lowest score that is high, above the medium one. */
  @WithDefault("14")
  int highFrom();

  /** The lowest score that is very high; without one only a worker's judgement says so. */
  OptionalInt veryHighFrom();

  /** What the bands rest on, kept with every assessment that was made by them. */
  @WithDefault("SafeLives: 14 or more is visible high risk; the lower band is a local example")
  String basis();
}
