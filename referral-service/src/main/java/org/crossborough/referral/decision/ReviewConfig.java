package org.crossborough.referral.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Within how many days a decision that was put off, a wait, or a place, is looked at again. */
@ConfigMapping(prefix = "crossborough.review")
public interface ReviewConfig {

  /** The longest deferral, in days from the decision. */
  @WithDefault("182")
  int deferralDays();

  /** What {@link #deferralDays()} rests on. */
  @WithDefault(
      "Own default: half a year; a longer absence is a new referral. No source states one.")
  String deferralBasis();

  /** The longest time between two reviews of somebody who waits for a place, in days. */
  @WithDefault("28")
  int waitingDays();

  /** What {@link #waitingDays()} rests on. */
  @WithDefault("Own default: four weeks, as for a suspension. No source states one.")
  String waitingBasis();

  /** The longest programme review that his own side opens, in days. */
  @WithDefault("28")
  int programmeDays();

  /** What {@link #programmeDays()} rests on. */
  @WithDefault("Own default: four weeks, as for a suspension. No source states one.")
  String programmeBasis();
}
