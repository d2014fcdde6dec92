package org.crossborough.safety.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many people one user may read about or look for. */
@ConfigMapping(prefix = "crossborough.browsing")
public interface BrowsingConfig {

  /** Different cases in any sixty minutes; the next one is answered as if it did not exist. */
  @WithDefault("40")
  int casesPerHour();

  /** Searches in any sixty minutes; the next one is refused, whether or not it would find. */
  @WithDefault("30")
  int searchesPerHour();

  /**
   * For how long it is kept who read and searched, at least the hour that is counted. What must be
   * known for longer is in the audit.
   */
  @WithDefault("1d")
  Duration keptFor();

  /** How often what is older is deleted. */
  @WithDefault("1h")
  Duration forgetEvery();
}
