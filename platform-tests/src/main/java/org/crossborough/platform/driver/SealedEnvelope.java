package org.crossborough.platform.driver;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * Details of people at risk, sealed so that only the survivor side can open them: encrypted to its
 * published key (RFC 7516) and padded, so that nobody in between learns even how many there are.
 */
public final class SealedEnvelope {

  private static final int BLOCK = 4096;

  private SealedEnvelope() {}

  /** Seals {@code content} to the key in {@code keySet}, as published. */
  public static String seal(Object content, String keySet) {
    try {
      JsonWebKey key = new JsonWebKeySet(keySet).getJsonWebKeys().getFirst();
      JsonWebEncryption envelope = new JsonWebEncryption();
      envelope.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.ECDH_ES_A256KW);
      envelope.setEncryptionMethodHeaderParameter(
          ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
      envelope.setKeyIdHeaderValue(key.getKeyId());
      envelope.setKey(key.getKey());
      envelope.setPlaintext(padded(Json.bytes(content)));
      return envelope.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("The envelope could not be sealed", e);
    }
  }

  static byte[] padded(byte[] content) {
    int blocks = Math.ceilDiv(Math.max(content.length, 1), BLOCK);
    byte[] padded = Arrays.copyOf(content, blocks * BLOCK);
    Arrays.fill(padded, content.length, padded.length, " ".getBytes(StandardCharsets.US_ASCII)[0]);
    return padded;
  }
}
