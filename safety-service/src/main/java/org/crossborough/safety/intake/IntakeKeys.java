package org.crossborough.safety.intake;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.attribute.FileTime;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossborough.safety.vault.KeyFolder;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The keys envelopes are sealed to. The first is the one to seal to; those behind it are retiring:
 * they still open what was sealed before they were replaced, until their time is over. Processes
 * share the file, and each sees at once what another made of it.
 */
@ApplicationScoped
class IntakeKeys {

  private static final String FILE = "intake-keys.json";
  private static final String RETIRES_AT = "exp"; // In seconds, as JSON Web Tokens have it.

  private record KeyFile(FileTime changedAt, List<EllipticCurveJsonWebKey> keys) {}

  private final KeyFolder folder;
  private final IntakeConfig config;
  private final Clock clock;
  private final PrivateKey decoy = newKey().getPrivateKey();
  private volatile KeyFile file;

  IntakeKeys(KeyFolder folder, IntakeConfig config, Clock clock) {
    this.folder = folder;
    this.config = config;
    this.clock = clock;
    String stored = folder.readOrCreate(FILE, () -> written(List.of(newKey())));
    this.file = new KeyFile(folder.changedAt(FILE), read(stored));
  }

  void madeBeforeTheFirstRequest(@Observes StartupEvent event) {
    // That this bean exists now is all there is to do.
  }

  /** The public halves of the key to seal to and, behind it, of those that are retiring. */
  List<IntakeKeyResource.PublicKey> published() {
    return usable().stream().map(IntakeKeys::published).toList();
  }

  /**
   * The private half of a key that is published. For any other id a key that opens nothing, so that
   * an envelope to an unknown key costs as much as one that was spoilt.
   */
  PrivateKey opening(String keyId) {
    return usable().stream()
        .filter(key -> keyId.equals(key.getKeyId()))
        .map(EllipticCurveJsonWebKey::getPrivateKey)
        .findFirst()
        .orElse(decoy);
  }

  /** Puts a new key in front; the one it replaces retires, and those whose time is over go. */
  List<IntakeKeyResource.PublicKey> rotate() {
    Instant now = clock.instant();
    var _ =
        folder.replace(
            FILE,
            stored -> {
              List<EllipticCurveJsonWebKey> keys = new ArrayList<>(List.of(newKey()));
              read(stored).stream().filter(key -> !isRetired(key, now)).forEach(keys::add);
              if (retiresAt(keys.get(1)) == null) {
                keys.get(1)
                    .setOtherParameter(RETIRES_AT, now.plus(config.keyOverlap()).getEpochSecond());
              }
              return written(keys);
            });
    return published();
  }

  private List<EllipticCurveJsonWebKey> usable() {
    FileTime changedAt = folder.changedAt(FILE);
    if (!changedAt.equals(file.changedAt())) {
      file = new KeyFile(changedAt, read(folder.readOrCreate(FILE, () -> "")));
    }
    Instant now = clock.instant();
    return file.keys().stream().filter(key -> !isRetired(key, now)).toList();
  }

  private static boolean isRetired(EllipticCurveJsonWebKey key, Instant now) {
    Long retiresAt = retiresAt(key);
    return retiresAt != null && now.getEpochSecond() >= retiresAt;
  }

  private static @Nullable Long retiresAt(EllipticCurveJsonWebKey key) {
    @Nullable Number at = key.getOtherParameterValue(RETIRES_AT, Number.class);
    return at == null ? null : at.longValue();
  }

  private static IntakeKeyResource.PublicKey published(EllipticCurveJsonWebKey key) {
    var parameters = key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    return new IntakeKeyResource.PublicKey(
        key.getKeyType(),
        key.getCurveName(),
        String.valueOf(parameters.get("x")),
        String.valueOf(parameters.get("y")),
        key.getUse(),
        key.getAlgorithm(),
        key.getKeyId(),
        retiresAt(key));
  }

  private static List<EllipticCurveJsonWebKey> read(String stored) {
    try {
      return new JsonWebKeySet(stored)
          .getJsonWebKeys().stream().map(EllipticCurveJsonWebKey.class::cast).toList();
    } catch (JoseException failure) {
      throw new IllegalStateException("The intake keys cannot be used", failure);
    }
  }

  private static String written(List<EllipticCurveJsonWebKey> keys) {
    return new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
  }

  private static EllipticCurveJsonWebKey newKey() {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setUse(Use.ENCRYPTION);
      key.setAlgorithm(KeyManagementAlgorithmIdentifiers.ECDH_ES_A256KW);
      key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
      return key;
    } catch (JoseException failure) {
      throw new IllegalStateException("An intake key could not be made", failure);
    }
  }
}
