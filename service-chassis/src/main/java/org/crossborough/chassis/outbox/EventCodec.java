package org.crossborough.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.Tombstone;
import org.jspecify.annotations.Nullable;

/**
 * Events as bytes and back; its own mapper, so that no setting of the HTTP side changes a contract.
 */
public final class EventCodec {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // Consumers ignore what a later producer added.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private EventCodec() {}

  /** The payload; null for a tombstone. */
  public static byte @Nullable [] encode(Event event) {
    if (event.getClass().isAnnotationPresent(Tombstone.class)) {
      return null;
    }
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("An event could not be written", failure);
    }
  }

  /**
   * The event of a payload, or of a tombstone's key and time.
   *
   * @throws IOException when the payload is not such an event
   */
  public static Event decode(
      Class<? extends Event> type, UUID key, Instant time, byte @Nullable [] payload)
      throws IOException {
    if (type.isAnnotationPresent(Tombstone.class)) {
      return tombstone(type, key, time);
    }
    if (payload == null) {
      throw new IOException("No payload");
    }
    return JSON.readValue(payload, type);
  }

  private static Event tombstone(Class<? extends Event> type, UUID key, Instant time)
      throws IOException {
    try {
      return type.getConstructor(UUID.class, Instant.class).newInstance(key, time);
    } catch (ReflectiveOperationException failure) {
      throw new IOException("Not a tombstone", failure);
    }
  }
}
