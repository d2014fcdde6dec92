package org.crossborough.referral.webhook;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the secrets that deliveries are signed with, and keeps them encrypted under a key that is
 * not in the database. Each is bound to its subscription: moved to another row it does not open.
 */
@ApplicationScoped
class WebhookSecrets {

  /** What a secret begins with, as Standard Webhooks has it. */
  static final String PREFIX = "whsec_";

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final @Nullable Aead cipher;

  WebhookSecrets(WebhookConfig config) {
    cipher = config.secretKey().map(WebhookSecrets::cipher).orElse(null);
  }

  /** A new secret, in the form that receivers' libraries take. */
  String generate() {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  /**
   * A secret as it may be stored.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when this platform has no key
   */
  byte[] seal(String secret, UUID subscriptionId) {
    try {
      return require().encrypt(secret.getBytes(StandardCharsets.UTF_8), bound(subscriptionId));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A webhook secret could not be encrypted", failure);
    }
  }

  /** A stored secret as it signs. */
  String open(byte[] sealed, UUID subscriptionId) {
    try {
      return new String(require().decrypt(sealed, bound(subscriptionId)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A webhook secret does not open with this key", failure);
    }
  }

  private Aead require() {
    if (cipher == null) {
      throw WebhookProblem.NOT_CONFIGURED.because("Follow the change feed meanwhile.");
    }
    return cipher;
  }

  private static byte[] bound(UUID subscriptionId) {
    return ("webhook-secret:" + subscriptionId).getBytes(StandardCharsets.UTF_8);
  }

  private static Aead cipher(String key) {
    try {
      return new AesGcmJce(Base64.getDecoder().decode(key));
    } catch (GeneralSecurityException | IllegalArgumentException failure) {
      // Without the cause, which might quote the key.
      throw new IllegalStateException("crossborough.webhook.secret-key is no key of 32 bytes");
    }
  }
}
