package org.crossborough.platform.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.crossborough.local.RunningPlatform;
import org.crossborough.platform.isolation.Topics;
import org.crossborough.platform.oracle.Evidence.Told;
import org.jspecify.annotations.Nullable;

/** The topics: read as the broker's administrator, written as whoever may. */
public final class Wire {

  private final RunningPlatform platform;

  /** Of that platform. */
  public Wire(RunningPlatform platform) {
    this.platform = platform;
  }

  /** Every event on these topics that can be told apart, in the order of each partition. */
  public List<Told> events(Set<String> topics) {
    return records(topics).stream()
        .filter(one -> header(one, "ce_id") != null && one.key() != null)
        .map(one ->
            new Told(
                one.topic(),
                new String(one.key(), StandardCharsets.UTF_8),
                String.valueOf(header(one, "ce_id")),
                String.valueOf(header(one, "ce_type"))))
        .toList();
  }

  /** Every record on these topics. */
  public List<ConsumerRecord<byte[], byte[]>> records(Set<String> topics) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try {
      new Topics(platform).read(topics, records::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  /** Puts a record on a topic, with the rights of the topic's own service. */
  public void send(String principal, ProducerRecord<byte[], byte[]> record) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            settings(principal), new ByteArraySerializer(), new ByteArraySerializer())) {
      var _ = producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The record could not be sent", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  private Map<String, Object> settings(String principal) {
    Map<String, String> credentials = platform.kafkaCredentialsOf(principal);
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", credentials.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", ""));
    settings.put("security.protocol", "SASL_PLAINTEXT");
    settings.put("sasl.mechanism", "SCRAM-SHA-512");
    settings.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(credentials.get("KAFKA_USERNAME"), credentials.get("KAFKA_PASSWORD")));
    return settings;
  }
}
