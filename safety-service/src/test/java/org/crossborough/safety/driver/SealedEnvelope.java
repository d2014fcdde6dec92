package org.crossborough.safety.driver;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Seals at-risk details as any sender would: to the published key, padded. */
public final class SealedEnvelope {

  private static final int BLOCK = 4096;

  private SealedEnvelope() {}

  /** The key the service publishes now. */
  public static PublicJsonWebKey publishedKey() {
    List<Map<String, Object>> keys = given().get("/v1/at-risk-details/keys").path("keys");
    try {
      return PublicJsonWebKey.Factory.newPublicJwk(keys.getFirst());
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A well-made envelope. */
  public static String around(String json) {
    return around(padded(json), it -> {});
  }

  /** An envelope whose making can be spoilt. */
  public static String around(byte[] content, Consumer<JsonWebEncryption> spoil) {
    JsonWebEncryption envelope = new JsonWebEncryption();
    PublicJsonWebKey key = publishedKey();
    envelope.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.ECDH_ES_A256KW);
    envelope.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
    envelope.setKeyIdHeaderValue(key.getKeyId());
    envelope.setKey(key.getPublicKey());
    envelope.setPlaintext(content);
    spoil.accept(envelope);
    try {
      return envelope.getCompactSerialization();
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The content with spaces behind it, up to the next multiple of the block. */
  public static byte[] padded(String json) {
    byte[] content = json.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(content, (content.length / BLOCK + 1) * BLOCK);
    Arrays.fill(padded, content.length, padded.length, (byte) ' ');
    return padded;
  }
}
