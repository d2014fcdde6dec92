package org.crossborough.safety.driver;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.crossborough.local.TestInfrastructure;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A worker's own key, and what is signed with it (RFC 9449). */
public final class Signatures {

  private final EllipticCurveJsonWebKey key;

  private Signatures(EllipticCurveJsonWebKey key) {
    this.key = key;
  }

  /** Somebody with a key of her own. */
  public static Signatures anew() {
    try {
      return new Signatures(EcJwkGenerator.generateJwk(EllipticCurves.P256));
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** What a token is bound to (RFC 7638). */
  public String thumbprint() {
    return key.calculateBase64urlEncodedThumbprint("SHA-256");
  }

  /** A token of the demo worker that is bound to this key, from the identity provider. */
  public String boundToken() {
    String endpoint = TestInfrastructure.shared().issuer() + "/protocol/openid-connect/token";
    Response answer =
        given()
            .header("DPoP", signed(headers(), claims("POST", endpoint, Instant.now())))
            .formParams(
                Map.of(
                    "grant_type", "password",
                    "client_id", "demo-bound-support",
                    "client_secret", "demo-only-demo-bound-support",
                    "username", "demo-iss-worker",
                    "password", "demo-only-password"))
            .post(endpoint);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.path("access_token");
  }

  /** A proof as it should be for a request with a token. */
  public String proof(String method, String address, String token, Instant at) {
    Map<String, Object> claims = claims(method, address, at);
    claims.put("ath", hash(token));
    return signed(headers(), claims);
  }

  /** The claims of a proof, to be spoilt. */
  public Map<String, Object> claims(String method, String address, Instant at) {
    return new HashMap<>(
        Map.of(
            "htm",
            method,
            "htu",
            address,
            "iat",
            at.getEpochSecond(),
            "jti",
            UUID.randomUUID().toString()));
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

  /** Anything, signed with this key. */
  public String signed(Map<String, Object> headers, Map<String, Object> claims) {
    JsonWebSignature signature = new JsonWebSignature();
    headers.forEach(signature.getHeaders()::setObjectHeaderValue);
    signature.setPayload(JsonUtil.toJson(claims));
    signature.setKey(key.getPrivateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** What a proof says of the token it is for. */
  public static String hash(String token) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(token.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
