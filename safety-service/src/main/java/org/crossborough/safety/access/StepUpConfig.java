package org.crossborough.safety.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** How strongly somebody must have signed in to read about a person. */
@ConfigMapping(prefix = "crossborough.step-up")
public interface StepUpConfig {

  /**
   * The values of the token's {@code acr} that are strong enough. The default refuses {@code 0}, a
   * session that a browser merely remembered.
   */
  @WithDefault("1,2,3")
  Set<String> acr();
}
