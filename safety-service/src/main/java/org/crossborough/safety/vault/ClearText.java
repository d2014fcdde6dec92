package org.crossborough.safety.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Records with their secrets in clear: to be sealed as a whole, or to be told where the reading has
 * been audited. Everywhere else a secret is written as {@link Secret#toString}.
 */
public final class ClearText {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addSerializer(Secret.class, new Disclosed()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              com.fasterxml.jackson.annotation.JsonInclude.Value.construct(
                  com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL,
                  com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS))
          .build();

  private ClearText() {}

  /** What is to be told. */
  public static JsonNode told(Object record) {
    return JSON.valueToTree(record);
  }

  /** What is to be sealed. */
  public static Secret written(Object record) {
    return Secret.of(told(record).toString());
  }

  /** What was sealed. */
  public static <T> T read(Secret written, Class<T> type) {
    try {
      return JSON.readValue(written.reveal(), type);
    } catch (JsonProcessingException damaged) {
      // Without its cause, which quotes what was read.
      throw new IllegalStateException("A sealed " + type.getSimpleName() + " cannot be read");
    }
  }
}
