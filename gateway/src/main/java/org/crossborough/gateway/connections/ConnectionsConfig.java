package org.crossborough.gateway.connections;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** What a connection may do before it has asked for anything. */
@ConfigMapping(prefix = "crossborough.gateway.connections")
public interface ConnectionsConfig {

  /**
   * Connections that one network address may hold to one process; of IPv6 one network of 64 bits.
   * The next one is closed before anything is read from it.
   */
  @WithDefault("1000")
  int perAddress();

  /**
   * Networks whose connections are not counted, as {@code 10.1.0.0/16}: those of load balancers,
   * which bring the callers of many addresses, and this machine's own. They are for the whole cap
   * of the server alone to limit.
   */
  @WithDefault("127.0.0.1/32,::1/128")
  Set<String> uncounted();

  /** From the first byte of a request's head until its last; then the connection is closed. */
  @WithDefault("20S")
  Duration headPatience();
}
