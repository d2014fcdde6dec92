package org.crossborough.outcomes.returns;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An Ed25519 key pair, and what is signed with it: detached JSON Web Signatures (RFC 7515, appendix
 * F) over the bytes as they are (RFC 7797).
 *
 * @param id the key's own digest, so that no two keys share one
 * @param publicKey X.509
 * @param privateKey PKCS #8
 */
record SigningKey(String id, byte[] publicKey, byte[] privateKey) {

  private static final String ALGORITHM = "Ed25519";
  private static final int RAW_KEY = 32;

  /** A new pair. */
  static SigningKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return of(pair.getPublic().getEncoded(), pair.getPrivate().getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The pair of two encoded halves. */
  static SigningKey of(byte[] publicKey, byte[] privateKey) {
    return new SigningKey(idOf(publicKey), publicKey, privateKey);
  }

  /** {@code header..signature}: the payload is the document that it lies beside. */
  String sign(byte[] document) {
    String header =
        base64(
            "{\"alg\":\"EdDSA\",\"b64\":false,\"crit\":[\"b64\"],\"kid\":\"%s\"}"
                .formatted(id)
                .getBytes(StandardCharsets.US_ASCII));
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
      signature.update((header + ".").getBytes(StandardCharsets.US_ASCII));
      signature.update(document);
      return header + ".." + base64(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("The return could not be signed", impossible);
    }
  }

  /** The public half as a JSON Web Key (RFC 8037). */
  static Map<String, String> jwk(String id, byte[] publicKey) {
    Map<String, String> jwk = new LinkedHashMap<>();
    jwk.put("kty", "OKP");
    jwk.put("crv", ALGORITHM);
    jwk.put("use", "sig");
    jwk.put("alg", "EdDSA");
    jwk.put("kid", id);
    jwk.put(
        "x", base64(Arrays.copyOfRange(publicKey, publicKey.length - RAW_KEY, publicKey.length)));
    return jwk;
  }

  private static String idOf(byte[] publicKey) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey);
      return base64(Arrays.copyOf(digest, 12));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
