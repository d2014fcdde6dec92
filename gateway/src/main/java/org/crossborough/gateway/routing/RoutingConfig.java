package org.crossborough.gateway.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Where the services are, and how much patience there is with them. */
@ConfigMapping(prefix = "crossborough.gateway")
public interface RoutingConfig {

  /** The base URL of every service. */
  Map<Upstream, URI> upstreams();

  /** The largest request body, in bytes. */
  @WithDefault("2097152")
  long bodyLimit();

  /** The largest file of referrals to import, in bytes. */
  @WithDefault("4194304")
  long importLimit();

  /** The largest request body under a path, in bytes; imports take more than anything else. */
  default long bodyLimitOf(String path) {
    return path.equals("/v1/referral-imports") ? importLimit() : bodyLimit();
  }

  /** How long to wait for a connection to a service. */
  @WithDefault("2S")
  Duration connectTimeout();

  /** How long a service may be silent before its answer is given up. */
  @WithDefault("30S")
  Duration responseTimeout();

  /** Connections kept open to each service. */
  @WithDefault("64")
  int connectionsPerService();

  /** Requests that may wait for a connection to one service; more are refused. */
  @WithDefault("1024")
  int waitingPerService();
}
