package org.crossborough.programme.requirement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** What holds for designs that do not say it themselves. */
@ConfigMapping(prefix = "crossborough.requirement")
public interface RequirementConfig {

  /** Module codes that every man must cover. */
  Optional<Set<String>> mandatoryModules();

  /** Unauthorised absences in a row that call for a review. */
  @WithDefault("2")
  int consecutiveAbsences();

  /** Unauthorised absences altogether that call for a review. */
  @WithDefault("3")
  int totalAbsences();

  /** Whether individual sessions before the group count towards the minimum. */
  @WithDefault("false")
  boolean individualSessionsCount();

  /** Whether completion needs the end review on record. */
  @WithDefault("false")
  boolean recordedReviews();

  /** After which share of the sessions, in per cent, the milestones are expected. */
  @WithDefault("67")
  int laterSessionsFromPercent();
}
