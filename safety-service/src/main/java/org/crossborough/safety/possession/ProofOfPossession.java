package org.crossborough.safety.possession;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
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
 *
 * @param id what tells it apart from every other, in 32 bytes; it is good for one request
 */
public record ProofOfPossession(byte[] id) {

  /** What a proof may be signed with, as a challenge names it. */
  public static final String ALGORITHM_NAMES = "ES256 PS256 EdDSA";

  /** What the gateway allows, and what a request may take from there to here. */
  public static final Duration FRESH = Duration.ofSeconds(90);

  private static final Duration AHEAD = Duration.ofSeconds(10);
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
   * @param path as it was sent, without the query
   * @param thumbprint of the key the token is bound to, RFC 7638 with SHA-256
   */
  public record Expected(String method, String path, String accessToken, String thumbprint) {

    /** Without the token, which opens what it opens. */
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** The proof, if it was signed with the right key for the right request, a moment ago. */
  public static Optional<ProofOfPossession> of(String proof, Expected expected, Instant now) {
    if (proof.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setAlgorithmConstraints(ALGORITHMS);
      signature.setCompactSerialization(proof);
      if (!isByKey(signature, expected.thumbprint())) {
        return Optional.empty();
      }
      signature.setKey(signature.getJwkHeader().getPublicKey());
      return signature.verifySignature()
          ? proved(JwtClaims.parse(signature.getPayload()), expected, now)
          : Optional.empty();
    } catch (JoseException
        | InvalidJwtException
        | MalformedClaimException
        | IllegalArgumentException noProof) {
      return Optional.empty();
    }
  }

  private static Optional<ProofOfPossession> proved(
      JwtClaims claims, Expected expected, Instant now) throws MalformedClaimException {
    String id = claims.getJwtId();
    // Two keys may use the same one.
    return id != null && !id.isEmpty() && id.length() <= LONGEST_ID && isFor(claims, expected, now)
        ? Optional.of(new ProofOfPossession(digest(expected.thumbprint() + " " + id)))
        : Optional.empty();
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
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(token));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Nothing could be hashed", impossible);
    }
  }
}
