package org.crossborough.programme.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.crossborough.programme.template.SessionPart;

/** Keeps the parts of a session in its row: they are read with it and never searched. */
@Converter
class SessionParts implements AttributeConverter<List<SessionPart>, String> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String convertToDatabaseColumn(List<SessionPart> parts) {
    try {
      return JSON.writeValueAsString(parts);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("Parts of a session cannot be written", failure);
    }
  }

  @Override
  public List<SessionPart> convertToEntityAttribute(String stored) {
    try {
      return List.of(JSON.readValue(stored, SessionPart[].class));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("Parts of a session cannot be read", failure);
    }
  }
}
