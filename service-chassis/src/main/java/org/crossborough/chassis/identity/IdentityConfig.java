package org.crossborough.chassis.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** Which roles exclude each other, and which are bound to one borough. */
@ConfigMapping(prefix = "crossborough.identity")
public interface IdentityConfig {

  /** Roles of the one side; a token that also holds one of {@link #otherSide()} is refused. */
  Set<String> oneSide();

  /** Roles of the other side. */
  Set<String> otherSide();

  /** Roles that see nothing but the borough their token names. */
  Set<String> boroughBound();

  /**
   * For how long the check of a token is not repeated, if it does not expire sooner: also how long
   * a token is still taken after the provider has withdrawn the key that signed it.
   */
  @WithDefault("1m")
  Duration rememberFor();

  /** Whether tokens of the demo clients are taken; only the local platform says so. */
  @WithDefault("false")
  boolean demoIdentities();
}
