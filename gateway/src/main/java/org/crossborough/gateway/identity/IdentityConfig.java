package org.crossborough.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** Which tokens are refused although they are valid; the keys are those of the services. */
@ConfigMapping(prefix = "crossborough.identity")
public interface IdentityConfig {

  /** Roles of the one side; a token that also holds one of {@link #otherSide()} is refused. */
  Set<String> oneSide();

  /** Roles of the other side. */
  Set<String> otherSide();

  /** Whether tokens of the demo clients are taken; only the local platform says so. */
  @WithDefault("false")
  boolean demoIdentities();

  /** How long a token that was let in is not checked again here. */
  @WithDefault("5S")
  Duration rememberFor();
}
