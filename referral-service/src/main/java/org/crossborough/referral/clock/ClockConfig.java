package org.crossborough.referral.clock;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** The lengths of time limits. */
@ConfigMapping(prefix = "crossborough.clocks")
public interface ClockConfig {

  /**
   * Days, or working days, of limits that are not the usual ones: {@code
   * crossborough.clocks.days.START=28}.
   */
  Map<TimeLimit, Integer> days();
}
