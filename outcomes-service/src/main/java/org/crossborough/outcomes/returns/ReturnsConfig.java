package org.crossborough.outcomes.returns;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How returns are signed. */
@ConfigMapping(prefix = "crossborough.outcomes.returns")
public interface ReturnsConfig {

  /**
   * The private half of an Ed25519 key, PKCS #8 in base64, from a secret store. Without one, a key
   * is made once and kept in the database: a copy of the database can then sign.
   */
  Optional<String> privateKey();

  /** The public half of the same key, X.509 in base64. */
  Optional<String> publicKey();
}
