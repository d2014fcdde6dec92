package org.crossborough.gateway.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where the gateway's processes keep what they must know of each other. */
@ConfigMapping(prefix = "crossborough.gateway.store")
public interface StoreConfig {

  /**
   * {@code postgresql://user:password@host:port/database}, a database of the gateway's own. Without
   * one every process counts by itself and there are no sessions.
   */
  Optional<String> url();

  /** How long a request waits for the database before the gateway goes on without it. */
  @WithDefault("250MS")
  Duration patience();

  /** How long the database is left alone after it has failed. */
  @WithDefault("1S")
  Duration pause();

  /** Connections to the database. */
  @WithDefault("6")
  int connections();
}
