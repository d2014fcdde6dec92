package org.crossborough.chassis.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.crossborough.chassis.http.TraceParent;
import org.crossborough.contracts.Topic;
import org.jspecify.annotations.Nullable;

/** One recorded event, ready to be sent as a CloudEvent in Kafka's binary mode. */
record OutboxRow(
    long seq,
    UUID eventId,
    String topic,
    UUID key,
    String type,
    Instant occurredAt,
    @Nullable String correlationId,
    @Nullable String traceParent,
    byte @Nullable [] payload) {

  static OutboxRow of(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getLong("seq"),
        row.getObject("event_id", UUID.class),
        row.getString("topic"),
        row.getObject("key", UUID.class),
        row.getString("type"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getString("correlation_id"),
        row.getString("trace_parent"),
        row.getBytes("payload"));
  }

  ProducerRecord<byte[], byte[]> record() {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, bytes(key.toString()), payload);
    record.headers().add("ce_specversion", bytes("1.0"));
    record.headers().add("ce_id", bytes(eventId.toString()));
    record.headers().add("ce_type", bytes(type));
    record.headers().add("ce_source", bytes("/" + Topic.named(topic).producer()));
    record.headers().add("ce_subject", bytes(key.toString()));
    record.headers().add("ce_time", bytes(occurredAt.toString()));
    record.headers().add("content-type", bytes("application/json"));
    if (correlationId != null) {
      record.headers().add("ce_correlationid", bytes(correlationId));
    }
    if (traceParent != null) {
      record.headers().add(TraceParent.HEADER, bytes(traceParent));
    }
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
