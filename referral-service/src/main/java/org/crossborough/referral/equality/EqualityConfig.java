package org.crossborough.referral.equality;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When the equality profile is published. */
@ConfigMapping(prefix = "crossborough.equality")
interface EqualityConfig {

  /** When every night, as a cron expression in London time; {@code off} for never. */
  @WithDefault(NightlyPublication.USUAL)
  String publishAt();

  /** How many of the quarters that have ended are looked at for late changes. */
  @WithDefault("5")
  int quarters();
}
