package org.crossborough.gateway.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /** How long a caller may take to send a body. */
  @WithDefault("60S")
  Duration bodyPatience();

  /** How long a caller may take nothing of an answer that is there. */
  @WithDefault("60S")
  Duration answerPatience();

  /** Origins of pages that may use the API from a browser; none unless named. */
  Optional<Set<String>> corsOrigins();

  /** Routes that will go, by their prefix. */
  Map<String, Retirement> retirements();

  /** Failures of a service in a row after which it is left alone for a while. */
  @WithDefault("5")
  int circuitFailures();

  /** How long it is left alone before one request tries again. */
  @WithDefault("1S")
  Duration circuitRest();

  /** Where a service says whether it is ready, when that is not its base URL. */
  Map<Upstream, URI> health();

  /** The end of a route. */
  interface Retirement {

    /** Since when callers are asked to leave. */
    Instant since();

    /** When it goes. */
    Optional<Instant> until();

    /** The page that says what to use instead. */
    Optional<URI> instead();
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

  /**
   * Bodies too long to be awaited whole that may be on their way to one service; more are refused.
   * However slowly they come, they leave the other connections to everybody else.
   */
  @WithDefault("16")
  int uploadsPerService();

  /** Requests that may wait for a connection to one service; more are refused. */
  @WithDefault("1024")
  int waitingPerService();
}
