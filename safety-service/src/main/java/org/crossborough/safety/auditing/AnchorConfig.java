package org.crossborough.safety.auditing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the audit's head is kept in the second place. */
@ConfigMapping(prefix = "crossborough.audit-anchor")
public interface AnchorConfig {

  /** What is cut off the audit within this time can go unnoticed. */
  @WithDefault("60s")
  Duration every();
}
