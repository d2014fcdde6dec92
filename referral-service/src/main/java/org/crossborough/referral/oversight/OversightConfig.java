package org.crossborough.referral.oversight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the figures of oversight are counted. */
@ConfigMapping(prefix = "crossborough.oversight")
public interface OversightConfig {

  /** For how long a count serves: it reads every open referral, however often it is asked for. */
  @WithDefault("30s")
  Duration countedFor();
}
