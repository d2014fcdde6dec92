package org.crossborough.gateway.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A caller's own key, and what it signs. */
public final class Signatures {

  private final EllipticCurveJsonWebKey key;

  private Signatures(EllipticCurveJsonWebKey key) {
    this.key = key;
  }

  /** Somebody with a key of their own. */
  public static Signatures anew() {
    try {
      return new Signatures(EcJwkGenerator.generateJwk(EllipticCurves.P256));
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a token is bound to (RFC 7638). */
  public String thumbprint() {
    return key.calculateBase64urlEncodedThumbprint("SHA-256");
  }

  /** A proof as it should be for the token endpoint. */
  public String proof(String method, String uri) {
    return signed(headers(), claims(method, uri, System.currentTimeMillis() / 1000));
  }

  /** A proof as it should be for a request with that token. */
  public String proof(String method, String uri, String token) {
    Map<String, Object> claims = claims(method, uri, System.currentTimeMillis() / 1000);
    claims.put("ath", hash(token));
    return signed(headers(), claims);
  }

  /** The claims of a proof, to be spoilt. */
  public Map<String, Object> claims(String method, String uri, long issued) {
    return new HashMap<>(
        Map.of("htm", method, "htu", uri, "iat", issued, "jti", UUID.randomUUID().toString()));
  }

  /** The header of a proof, to be spoilt. */
  public Map<String, Object> headers() {
    return new HashMap<>(
        Map.of(
            "typ",
            "dpop+jwt",
            "alg",
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            "jwk",
            key.toParams(OutputControlLevel.PUBLIC_ONLY)));
  }

  /** The key with its private half, which nobody should send. */
  public Map<String, Object> wholeKey() {
    return key.toParams(OutputControlLevel.INCLUDE_PRIVATE);
  }

  /** Anything, signed with this key by whatever the header says. */
  public String signed(Map<String, Object> headers, Map<String, Object> claims) {
    JsonWebSignature signature = new JsonWebSignature();
    headers.forEach(signature.getHeaders()::setObjectHeaderValue);
    signature.setPayload(JsonUtil.toJson(claims));
    signature.setKey(key.getPrivateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The hash of a token that a proof carries. */
  public static String hash(String token) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(token.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
