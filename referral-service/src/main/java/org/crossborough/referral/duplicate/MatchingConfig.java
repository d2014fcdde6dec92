package org.crossborough.referral.duplicate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** The keys under which men are compared. */
@ConfigMapping(prefix = "crossborough.matching")
public interface MatchingConfig {

  /** The id of the key that everybody can read; refused where demo identities are refused. */
  String DEMO = "demo";

  /**
   * Which of {@link #keys} tokens are made with. To rotate: add a key, name it here, restart; every
   * token is made anew behind the running service, and the old key can then be taken away.
   */
  @WithDefault(DEMO)
  String currentKey();

  /**
   * The secret keys by their ids, at least 32 characters each; from a secret store, never from a
   * file in the source tree.
   */
  Map<String, String> keys();

  /** The most candidates shown for one referral. */
  @WithDefault("50")
  int mostCandidates();
}
