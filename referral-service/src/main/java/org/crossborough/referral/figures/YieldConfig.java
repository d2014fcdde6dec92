package org.crossborough.referral.figures;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a service's screening yield is so far from what is expected that it should be looked at. */
@ConfigMapping(prefix = "crossborough.screening-yield")
interface YieldConfig {

  /** The expected share of positive screenings, in percent. */
  @WithDefault("40")
  int expectedPercent();

  /** A yield of this many percent or less is very low. */
  @WithDefault("2")
  int lowPercent();

  /** A yield of this many percent or more is very high. */
  @WithDefault("90")
  int highPercent();

  /** With fewer valid screenings nothing is said: chance alone makes such yields. */
  @WithDefault("50")
  int fewestScreenings();

  /** Why these numbers; shown beside every mark. */
  @WithDefault(
      "About four in ten men in substance-use treatment report violence towards a partner in the"
          + " last 12 months. A service that finds 2 % or 90 % probably records something else.")
  String basis();
}
