package org.crossborough.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** How many requests each caller may make. */
@ConfigMapping(prefix = "crossborough.gateway.rates")
public interface RatesConfig {

  /** What a client may, by the client id in its token; a person counts as their front end does. */
  Allowed client();

  /** What a network address may, before anybody has looked at a token. */
  Address address();

  /** Clients with an agreement of their own, by client id. */
  Map<String, Allowed> agreed();

  /** How many processes share the door; each takes its part while the shared store is away. */
  @WithDefault("2")
  int processes();

  /** A rate of requests. */
  interface Allowed {

    /** Requests a second, in the long run. */
    @WithDefault("100")
    int perSecond();

    /** Requests that may come at once after a quiet time. */
    @WithDefault("200")
    int burst();
  }

  /** A rate of requests for many callers behind one address, as a borough's network is. */
  interface Address {

    /** Requests a second, in the long run. */
    @WithDefault("500")
    int perSecond();

    /** Requests that may come at once after a quiet time. */
    @WithDefault("1000")
    int burst();
  }
}
