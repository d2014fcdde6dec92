package org.crossborough.safety.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Whose tokens need not be bound to a key. */
@ConfigMapping(prefix = "crossborough.bound-tokens")
public interface BoundTokenConfig {

  /**
   * Clients whose tokens nobody holds but the gateway, so that there is nobody to sign with a key:
   * the one its browser sessions use. None unless said.
   */
  Optional<Set<String>> exceptClients();
}
