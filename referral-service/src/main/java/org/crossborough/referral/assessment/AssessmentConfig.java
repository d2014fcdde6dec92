package org.crossborough.referral.assessment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When contact with a man who was offered an assessment counts as lost. */
@ConfigMapping(prefix = "crossborough.assessment")
public interface AssessmentConfig {

  /** How many appointments he must have missed before the referral may be closed. */
  @WithDefault("2")
  int missedBeforeClosing();

  /** What {@link #missedBeforeClosing()} rests on. */
  @WithDefault("Own default: one missed appointment can be chance. No source states a number.")
  String missedBeforeClosingBasis();
}
