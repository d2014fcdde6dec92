package org.crossborough.safety.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Whose keys were destroyed, in a file that no backup of a database holds. Every line is signed
 * over itself and the signature before it (Ed25519, RFC 8032), so that none can be made up, changed
 * or taken out of the middle.
 */
@ApplicationScoped
class Tombstones {

  private static final String FILE = "tombstones.log";
  private static final String KEY_FILE = "tombstone-key";
  private static final String ALGORITHM = "Ed25519";

  private static final Verified NONE = new Verified("", Map.of(), "");

  /** A list whose signatures were checked, and the last of them. */
  private record Verified(String text, Map<UUID, Instant> all, String last) {}

  private final KeyFolder folder;
  private final PrivateKey signing;
  private final PublicKey verifying;
  private volatile Verified latest = NONE;

  Tombstones(KeyFolder folder) {
    this.folder = folder;
    String[] halves = folder.readOrCreate(KEY_FILE, Tombstones::generate).split("\n", -1);
    try {
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      Base64.Decoder base64 = Base64.getDecoder();
      signing = keys.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(halves[0])));
      verifying = keys.generatePublic(new X509EncodedKeySpec(base64.decode(halves[1])));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("The tombstones' key cannot be used", failure);
    }
    var _ = folder.readOrCreate(FILE, () -> "");
  }

  /** Adds people; on disk when this returns. Adding somebody again changes nothing. */
  void add(Map<UUID, Instant> persons) {
    var _ =
        folder.replace(
            FILE,
            stored -> {
              Verified known = verified(stored);
              StringBuilder text = new StringBuilder(stored);
              String before = known.last();
              for (Map.Entry<UUID, Instant> person : persons.entrySet()) {
                if (!known.all().containsKey(person.getKey())) {
                  String said = person.getKey() + " " + person.getValue();
                  before = sign(before + said);
                  text.append(said).append(' ').append(before).append('\n');
                }
              }
              return text.toString();
            });
  }

  /**
   * Everybody whose key was destroyed, and when.
   *
   * @throws IllegalStateException when a line is not as it was written
   */
  Map<UUID, Instant> all() {
    return verified(folder.readOrCreate(FILE, () -> "")).all();
  }

  /** Checks what was added since the last time: the list only ever grows. */
  private Verified verified(String text) {
    Verified start = text.startsWith(latest.text()) ? latest : NONE;
    Map<UUID, Instant> all = new LinkedHashMap<>(start.all());
    String before = start.last();
    for (String line : text.substring(start.text().length()).lines().toList()) {
      String[] parts = line.split(" ", -1);
      if (parts.length != 3 || !isSigned(before + parts[0] + " " + parts[1], parts[2])) {
        throw new IllegalStateException(
            "Line %d of the tombstones is not as it was written".formatted(all.size() + 1));
      }
      all.put(UUID.fromString(parts[0]), Instant.parse(parts[1]));
      before = parts[2];
    }
    latest = new Verified(text, all, before);
    return latest;
  }

  private String sign(String said) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(signing);
      signature.update(said.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A tombstone could not be signed", failure);
    }
  }

  private boolean isSigned(String said, String signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(verifying);
      signature.update(said.getBytes(StandardCharsets.UTF_8));
      return signature.verify(Base64.getDecoder().decode(signed));
    } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
      return false;
    }
  }

  private static String generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      return base64.encodeToString(pair.getPrivate().getEncoded())
          + "\n"
          + base64.encodeToString(pair.getPublic().getEncoded());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A key for tombstones could not be made", failure);
    }
  }
}
