package org.crossborough.programme.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How large a group may be, and who must lead it; docs/programmes.md says where the numbers are
 * from.
 */
@ConfigMapping(prefix = "crossborough.run")
public interface RunConfig {

  /** The places of a run that names no number: groups are normally of 6 to 12 men. */
  @WithDefault("12")
  int usualCapacity();

  /** The most places a run may have: 12 is the rule, some have 14, the published pilot had 15. */
  @WithDefault("15")
  int capacityCap();

  /** With fewer men than this a group should not go on; shown, never enforced. */
  @WithDefault("3")
  int minimumToRun();

  /** The fewest facilitators a run may have, preferably a woman and a man. */
  @WithDefault("2")
  int facilitators();

  /** After how many weeks a rolling run takes men in again, where it says nothing else. */
  @WithDefault("6")
  int intakeEveryWeeks();
}
