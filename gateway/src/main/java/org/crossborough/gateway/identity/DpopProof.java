package org.crossborough.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * What a caller signs to show that a token is its own (RFC 9449).
 *
 * @param id what tells it apart from every other, in 32 bytes; it is good for one request
 */
record DpopProof(byte[] id) {

  /** How old a proof may be, and how far two clocks may differ. */
  static final Duration FRESH = Duration.ofSeconds(60);

  private static final Duration AHEAD = Duration.ofSeconds(5);
  private static final int LONGEST = 4096;
  private static final int LONGEST_ID = 256;

  private static final AlgorithmConstraints ALGORITHMS =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.EDDSA);

  /**
   * The request a proof must be for.
   *
   * @param uri without query and fragment
   * @param thumbprint of the key the token is bound to, RFC 7638 with SHA-256
   */
  record Expected(String method, String uri, String accessToken, String thumbprint) {}

  /** The proof in {@code text}, or nothing if it does not prove what is expected. */
  static @Nullable DpopProof of(@Nullable String text, Expected expected, Instant now) {
    if (text == null || text.length() > LONGEST) {
      return null;
    }
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setAlgorithmConstraints(ALGORITHMS);
      signature.setCompactSerialization(text);
      PublicJsonWebKey key = keyOf(signature, expected.thumbprint());
      if (key == null) {
        return null;
      }
      signature.setKey(key.getPublicKey());
      return signature.verifySignature()
          ? proved(JwtClaims.parse(signature.getPayload()), expected, now)
          : null;
    } catch (JoseException | InvalidJwtException | MalformedClaimException _) {
      return null;
    }
  }

  private static @Nullable PublicJsonWebKey keyOf(JsonWebSignature signature, String thumbprint)
      throws JoseException {
    if (!"dpop+jwt".equals(signature.getHeader("typ"))
        || signature.getHeaders().getObjectHeaderValue("jwk") == null) {
      return null;
    }
    PublicJsonWebKey key = signature.getJwkHeader();
    // A private key that is sent about proves nothing.
    return key.getPrivateKey() == null
            && key.calculateBase64urlEncodedThumbprint("SHA-256").equals(thumbprint)
        ? key
        : null;
  }

  private static @Nullable DpopProof proved(JwtClaims claims, Expected expected, Instant now)
      throws MalformedClaimException {
    String id = claims.getJwtId();
    if (id == null || id.isEmpty() || id.length() > LONGEST_ID || claims.getIssuedAt() == null) {
      return null;
    }
    Instant issued = Instant.ofEpochMilli(claims.getIssuedAt().getValueInMillis());
    boolean holds =
        expected.method().equals(claims.getStringClaimValue("htm"))
            && normal(expected.uri()).equals(normal(claims.getStringClaimValue("htu")))
            && hash(expected.accessToken()).equals(claims.getStringClaimValue("ath"))
            && issued.isAfter(now.minus(FRESH))
            && issued.isBefore(now.plus(AHEAD));
    return holds ? new DpopProof(digest(expected.thumbprint() + " " + id)) : null;
  }

  /** RFC 9449, 4.3: compared without query and fragment; scheme and host know no case. */
  private static String normal(@Nullable String uri) {
    if (uri == null) {
      return "";
    }
    String bare = uri.replaceFirst("[?#].*", "");
    int path = bare.indexOf('/', bare.indexOf("://") + 3);
    return path < 0
        ? bare.toLowerCase(Locale.ROOT)
        : bare.substring(0, path).toLowerCase(Locale.ROOT) + bare.substring(path);
  }

  private static String hash(String token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(token));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
