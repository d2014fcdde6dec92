package org.crossborough.referral.screening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps answers or scores, by the codes that an instrument gives them, as one JSON document. */
class AnswersColumn implements AttributeConverter<@Nullable Map<String, Object>, @Nullable String> {

  /** How the text is handed to a column of type {@code jsonb}. */
  static final String WRITE = "cast(? as jsonb)";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Map<String, Object> answers) {
    try {
      return answers == null ? null : JSON.writeValueAsString(answers);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  @Override
  public @Nullable Map<String, Object> convertToEntityAttribute(@Nullable String stored) {
    try {
      return stored == null ? null : JSON.readValue(stored, new TypeReference<>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }
}
