package org.crossborough.programme.attendance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When being there is only being there in part. */
@ConfigMapping(prefix = "crossborough.attendance")
public interface AttendanceConfig {

  /** Below this share of the session, in per cent, an attendance is partial. */
  @WithDefault("75")
  int partialBelowPercent();
}
