package org.crossborough.safety.intake;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import org.crossborough.safety.vault.KeyFolder;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The keys envelopes are sealed to. The first in the file is published; those behind it still open
 * what was sealed before they were replaced.
 */
@ApplicationScoped
class IntakeKeys {

  private static final String FILE = "intake-keys.json";

  private final List<JsonWebKey> keys;

  IntakeKeys(KeyFolder folder) {
    try {
      String stored = folder.readOrCreate(FILE, IntakeKeys::generate);
      this.keys = new JsonWebKeySet(stored).getJsonWebKeys();
    } catch (JoseException failure) {
      throw new IllegalStateException("The intake keys cannot be used", failure);
    }
  }

  void madeBeforeTheFirstRequest(@Observes StartupEvent event) {
    // That this bean exists now is all there is to do.
  }

  /** The public half of the key to seal to, as a JSON Web Key. */
  IntakeKeyResource.PublicKey published() {
    EllipticCurveJsonWebKey key = (EllipticCurveJsonWebKey) keys.getFirst();
    var parameters = key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    return new IntakeKeyResource.PublicKey(
        key.getKeyType(),
        key.getCurveName(),
        String.valueOf(parameters.get("x")),
        String.valueOf(parameters.get("y")),
        key.getUse(),
        key.getAlgorithm(),
        key.getKeyId());
  }

  /** The private half of a key that was published now or before. */
  Optional<PrivateKey> opening(String keyId) {
    return keys.stream()
        .filter(key -> keyId.equals(key.getKeyId()))
        .map(key -> ((EllipticCurveJsonWebKey) key).getPrivateKey())
        .findFirst();
  }

  private static String generate() {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setUse(Use.ENCRYPTION);
      key.setAlgorithm(KeyManagementAlgorithmIdentifiers.ECDH_ES_A256KW);
      key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
      return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    } catch (JoseException failure) {
      throw new IllegalStateException("An intake key could not be made", failure);
    }
  }
}
