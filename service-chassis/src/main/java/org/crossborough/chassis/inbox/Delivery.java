package org.crossborough.chassis.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.crossborough.chassis.http.TraceParent;
import org.crossborough.chassis.outbox.EventCodec;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.Topic;
import org.jspecify.annotations.Nullable;

/** An event as it came off a topic, understood. */
record Delivery(
    ConsumerRecord<byte[], byte[]> origin,
    UUID id,
    Topic topic,
    String type,
    Event event,
    @Nullable String correlationId,
    @Nullable String traceParent) {

  /** Says why a record cannot be understood, in a code that carries none of its content. */
  static final class Unreadable extends Exception {
    Unreadable(String reason) {
      super(reason);
    }
  }

  static Delivery of(ConsumerRecord<byte[], byte[]> origin) throws Unreadable {
    try {
      String type = required(origin, "ce_type");
      Class<? extends Event> eventType =
          EventCatalogue.recordOf(type).orElseThrow(() -> new Unreadable("UNKNOWN_TYPE"));
      Topic topic = Topic.named(origin.topic());
      if (!topic.family().isAssignableFrom(eventType)) {
        throw new Unreadable("WRONG_TOPIC");
      }
      UUID id = UUID.fromString(required(origin, "ce_id"));
      Event event = decode(origin, eventType);
      return new Delivery(
          origin,
          id,
          topic,
          type,
          event,
          header(origin, "ce_correlationid"),
          header(origin, TraceParent.HEADER));
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw new Unreadable("MALFORMED_HEADER");
    }
  }

  private static Event decode(ConsumerRecord<byte[], byte[]> origin, Class<? extends Event> type)
      throws Unreadable {
    if (origin.key() == null) {
      throw new Unreadable("NO_KEY");
    }
    UUID key = UUID.fromString(new String(origin.key(), StandardCharsets.UTF_8));
    Instant time = Instant.parse(required(origin, "ce_time"));
    try {
      Event event = EventCodec.decode(type, key, time, origin.value());
      if (!key.equals(event.key())) {
        throw new Unreadable("KEY_DIFFERS");
      }
      return event;
    } catch (IOException malformed) {
      throw new Unreadable("MALFORMED_PAYLOAD");
    }
  }

  private static String required(ConsumerRecord<byte[], byte[]> origin, String name)
      throws Unreadable {
    String value = header(origin, name);
    if (value == null) {
      throw new Unreadable("NO_HEADER");
    }
    return value;
  }

  static @Nullable String header(ConsumerRecord<byte[], byte[]> origin, String name) {
    Header header = origin.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
