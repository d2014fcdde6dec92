package org.crossborough.safety.access;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/**
 * What a caller signs to show that a token is its own (RFC 9449). Of the address only the path is
 * compared: under which name the gateway was called is known there alone.
 */
final class ProofOfPossession {

  static final String ALGORITHM_NAMES = "ES256 PS256 EdDSA";

  /** What the gateway allows, and what a request may take from there to here. */
  static final Duration FRESH = Duration.ofSeconds(90);

  private static final Duration AHEAD = Duration.ofSeconds(10);
  private static final int LONGEST = 4096;
  private static final AlgorithmConstraints ALGORITHMS =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.EDDSA);

  private ProofOfPossession() {}

  /**
   * The request a proof must be for.
   *
   * @param path as it was sent, without the query
   * @param thumbprint of the key the token is bound to, RFC 7638 with SHA-256
   */
  record Expected(String method, String path, String accessToken, String thumbprint) {

    /** Without the token, which opens what it opens. */
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** Whether a proof was signed with the right key for the right request, a moment ago. */
  static boolean holds(String proof, Expected expected, Instant now) {
    if (proof.length() > LONGEST) {
      return false;
    }
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setAlgorithmConstraints(ALGORITHMS);
      signature.setCompactSerialization(proof);
      if (!isByKey(signature, expected.thumbprint())) {
        return false;
      }
      signature.setKey(signature.getJwkHeader().getPublicKey());
      return signature.verifySignature()
          && isFor(JwtClaims.parse(signature.getPayload()), expected, now);
    } catch (JoseException
        | InvalidJwtException
        | MalformedClaimException
        | IllegalArgumentException noProof) {
      return false;
    }
  }

  private static boolean isByKey(JsonWebSignature signature, String thumbprint)
      throws JoseException {
    if (!"dpop+jwt".equals(signature.getHeader("typ"))
        || signature.getHeaders().getObjectHeaderValue("jwk") == null) {
      return false;
    }
    PublicJsonWebKey key = signature.getJwkHeader();
    // A private key that is sent about proves nothing.
    return key.getPrivateKey() == null
        && key.calculateBase64urlEncodedThumbprint("SHA-256").equals(thumbprint);
  }

  private static boolean isFor(JwtClaims claims, Expected expected, Instant now)
      throws MalformedClaimException {
    String address = claims.getStringClaimValue("htu");
    if (address == null || claims.getIssuedAt() == null) {
      return false;
    }
    Instant issued = Instant.ofEpochMilli(claims.getIssuedAt().getValueInMillis());
    return expected.method().equals(claims.getStringClaimValue("htm"))
        && expected.path().equals(URI.create(address).getRawPath())
        && hash(expected.accessToken()).equals(claims.getStringClaimValue("ath"))
        && issued.isAfter(now.minus(FRESH))
        && issued.isBefore(now.plus(AHEAD));
  }

  /** What a proof says of the token it is for. */
  static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("No token could be hashed", impossible);
    }
  }
}
