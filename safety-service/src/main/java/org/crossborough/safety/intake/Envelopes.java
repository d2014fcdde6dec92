package org.crossborough.safety.intake;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Opens sealed envelopes, all or nothing. */
@ApplicationScoped
class Envelopes {

  /** The padding that keeps an envelope's length from telling how many people are in it. */
  static final int BLOCK = 4096;

  private static final AlgorithmConstraints KEY_AGREEMENT =
      new AlgorithmConstraints(
          ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.ECDH_ES_A256KW);
  private static final AlgorithmConstraints CONTENT =
      new AlgorithmConstraints(
          ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .build()
          .readerFor(HandedOver.class);

  private final IntakeKeys keys;

  Envelopes(IntakeKeys keys) {
    this.keys = keys;
  }

  /** What an envelope says; whatever is wrong with it, the refusal is the same. */
  HandedOver open(@Nullable String envelope) {
    try {
      byte[] content = unseal(envelope == null ? "" : envelope);
      HandedOver handedOver = content.length % BLOCK == 0 ? JSON.readValue(content) : null;
      if (handedOver != null && handedOver.isSound()) {
        return handedOver;
      }
    } catch (JoseException | IOException | RuntimeException unreadable) {
      // Not even the log may hear what was in it: parsers quote what they read.
    }
    throw unreadable();
  }

  private byte[] unseal(String envelope) throws JoseException {
    JsonWebEncryption sealed = new JsonWebEncryption();
    sealed.setAlgorithmConstraints(KEY_AGREEMENT);
    sealed.setContentEncryptionAlgorithmConstraints(CONTENT);
    sealed.setCompactSerialization(envelope);
    // Compressed content would have a length that tells, whatever its padding.
    if (sealed.getHeader("zip") != null || sealed.getKeyIdHeaderValue() == null) {
      throw unreadable();
    }
    sealed.setKey(keys.opening(sealed.getKeyIdHeaderValue()));
    byte[] content = sealed.getPlaintextBytes();
    if (content.length == 0) {
      throw unreadable();
    }
    return content;
  }

  private static HttpProblem unreadable() {
    return IntakeProblem.UNREADABLE_ENVELOPE.builder().build();
  }
}
