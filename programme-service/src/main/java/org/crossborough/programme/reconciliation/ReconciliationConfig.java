package org.crossborough.programme.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the minutes of all enrolments are compared with their logs. */
@ConfigMapping(prefix = "crossborough.reconciliation")
public interface ReconciliationConfig {

  /** How often; it reads the whole log. */
  @WithDefault("1h")
  Duration checkEvery();
}
