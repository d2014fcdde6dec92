package org.crossborough.programme.requirement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is asked alike on every programme. */
@ConfigMapping(prefix = "crossborough.requirement")
public interface RequirementConfig {

  /** After which share of the sessions, in per cent, the milestones are expected. */
  @WithDefault("67")
  int laterSessionsFromPercent();
}
