package org.crossborough.safety.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How strongly, and how lately, somebody must have signed in to read about a person. */
@ConfigMapping(prefix = "crossborough.step-up")
public interface StepUpConfig {

  /**
   * The values of the token's {@code acr} that are strong enough. In the realm 1 is a password and
   * 2 a second factor.
   */
  @WithDefault("2,3")
  Set<String> acr();

  /**
   * How long ago somebody may have signed in, where the token tells it ({@code auth_time}): a
   * session that is renewed all day does not stay strong all day.
   */
  @WithDefault("1h")
  Duration maxAge();
}
