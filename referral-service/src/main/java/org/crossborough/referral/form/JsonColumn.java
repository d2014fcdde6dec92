package org.crossborough.referral.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that keeps a short list as JSON: for values that are read with their row only, and never
 * searched for. One subclass for each type of value.
 */
public abstract class JsonColumn<T>
    implements AttributeConverter<@Nullable List<T>, @Nullable String> {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private final JavaType list;

  /** For lists of a type. */
  protected JsonColumn(Class<T> type) {
    this.list = JSON.getTypeFactory().constructCollectionType(List.class, type);
  }

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable List<T> values) {
    try {
      return values == null ? null : JSON.writeValueAsString(values);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public @Nullable List<T> convertToEntityAttribute(@Nullable String kept) {
    try {
      return kept == null ? null : JSON.readValue(kept, list);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("A kept list cannot be read", damaged);
    }
  }
}
