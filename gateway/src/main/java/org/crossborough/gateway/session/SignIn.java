package org.crossborough.gateway.session;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in under way, which the browser carries sealed: no process needs to remember it.
 *
 * @param state ties the provider's answer to this browser
 * @param nonce ties the provider's word about the person to this sign-in
 * @param verifier proves that the code was asked for here (RFC 7636)
 * @param back where the person wanted to go, a path of this host
 */
record SignIn(String state, String nonce, String verifier, String back, Instant until) {

  private static final String PURPOSE = "sign-in";

  static SignIn begin(String back, Instant until) {
    return new SignIn(Sealed.random(), Sealed.random(), Sealed.random(), back, until);
  }

  String sealed(Sealed seal) {
    String content =
        new JsonObject()
            .put("state", state)
            .put("nonce", nonce)
            .put("verifier", verifier)
            .put("back", back)
            .put("until", until.getEpochSecond())
            .encode();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(content, PURPOSE));
  }

  /** The sign-in that this browser has begun, unless it was too long ago. */
  static @Nullable SignIn opened(String cookie, Sealed seal, Instant now) {
    byte[] sealed;
    try {
      sealed = Base64.getUrlDecoder().decode(cookie);
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
    String content = seal.open(sealed, PURPOSE);
    if (content == null) {
      return null;
    }
    JsonObject json = new JsonObject(content);
    Instant until = Instant.ofEpochSecond(json.getLong("until"));
    return until.isAfter(now)
        ? new SignIn(
            json.getString("state"),
            json.getString("nonce"),
            json.getString("verifier"),
            json.getString("back"),
            until)
        : null;
  }

  /** RFC 7636, 4.2, S256. */
  String challenge() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
