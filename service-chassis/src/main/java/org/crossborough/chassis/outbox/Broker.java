package org.crossborough.chassis.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The relay's way to Kafka: one idempotent producer, thrown away after any failure. */
final class Broker implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;
  private final Admin admin;

  Broker(Map<String, Object> connection, Duration deliveryTimeout) {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
    int timeout = Math.toIntExact(deliveryTimeout.toMillis());
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(5_000, timeout / 2));
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    this.admin = Admin.create(new HashMap<>(connection));
  }

  /**
   * Sends in order and waits; what is returned is acknowledged, up to the first that was not.
   *
   * @throws ExecutionException when the first could not be sent
   */
  List<OutboxLog.Sent> send(List<OutboxRow> rows) throws InterruptedException, ExecutionException {
    List<Future<RecordMetadata>> pending = new ArrayList<>();
    for (OutboxRow row : rows) {
      pending.add(producer.send(row.record()));
    }
    List<OutboxLog.Sent> sent = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        RecordMetadata metadata = pending.get(i).get();
        TopicPartition partition = new TopicPartition(metadata.topic(), metadata.partition());
        sent.add(new OutboxLog.Sent(rows.get(i).seq(), partition, metadata.offset()));
      } catch (ExecutionException failure) {
        if (sent.isEmpty()) {
          throw failure;
        }
        break;
      }
    }
    return sent;
  }

  /** Where each partition now ends. */
  Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin.listOffsets(asked).all().get().forEach((p, end) -> ends.put(p, end.offset()));
    return ends;
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
  }
}
