package org.crossborough.safety.marac;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a conference takes; local protocols differ. */
@ConfigMapping(prefix = "crossborough.marac")
interface MaracConfig {

  /** The lowest score on the checklist, out of 24, that is visible high risk. */
  @WithDefault("14")
  int visibleHighRiskFrom();

  /** For how many months another referral of the same two people is a repeat. */
  @WithDefault("12")
  int repeatWithinMonths();
}
