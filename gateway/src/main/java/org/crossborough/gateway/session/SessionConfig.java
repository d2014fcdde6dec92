package org.crossborough.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How people sign in through a browser; without a client and a key nobody does. */
@ConfigMapping(prefix = "crossborough.session")
public interface SessionConfig {

  /** The client id under which the gateway signs people in. */
  Optional<String> client();

  /** The client's secret. */
  Optional<String> secret();

  /** 32 bytes in base64, under which tokens lie in the shared store; the same in each process. */
  Optional<String> key();

  /** A session that is not used for so long ends. */
  @WithDefault("30M")
  Duration idle();

  /** A session ends after so long, whatever is done in it. */
  @WithDefault("8H")
  Duration longest();

  /** How long somebody may take to sign in. */
  @WithDefault("10M")
  Duration signIn();

  /** Origins of front ends that are served from elsewhere within the same site. */
  Optional<Set<String>> origins();
}
