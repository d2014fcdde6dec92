package org.crossborough.safety.blindindex;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.crossborough.chassis.idempotency.ConcealedDigest;
import org.crossborough.safety.vault.KeyFolder;

/**
 * Tells two requests apart that differ in what is said about her alone, by a keyed hash (HMAC, RFC
 * 2104) whose key is in the key folder and not with the data.
 */
@ApplicationScoped
class RepeatedRequests implements ConcealedDigest {

  private static final String FILE = "repeated-requests-key";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_LENGTH = 32;

  private final SecretKeySpec key;

  RepeatedRequests(KeyFolder folder) {
    String stored = folder.readOrCreate(FILE, RepeatedRequests::generate);
    this.key = new SecretKeySpec(Base64.getDecoder().decode(stored), ALGORITHM);
  }

  @Override
  public byte[] of(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("No keyed hash could be made", impossible);
    }
  }

  private static String generate() {
    byte[] random = new byte[KEY_LENGTH];
    new SecureRandom().nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }
}
