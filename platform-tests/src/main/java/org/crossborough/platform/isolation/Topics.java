package org.crossborough.platform.isolation;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.crossborough.local.RunningPlatform;

/** Everything on the broker, as its administrator reads it: decompressed, internal topics too. */
public final class Topics {

  /** How a batch may be compressed. */
  static final List<String> CODECS = List.of("none", "gzip", "snappy", "lz4", "zstd");

  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> client;

  /** Of that platform. */
  public Topics(RunningPlatform platform) {
    Map<String, String> admin = platform.kafkaCredentialsOf("admin");
    this.client =
        Map.of(
            "bootstrap.servers",
            admin.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", ""),
            "security.protocol",
            "SASL_PLAINTEXT",
            "sasl.mechanism",
            "SCRAM-SHA-512",
            "sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(admin.get("KAFKA_USERNAME"), admin.get("KAFKA_PASSWORD")));
  }

  /** Keys, values and headers of all records of all topics. */
  Place records() {
    return new Place.Content(
        "Kafka: records of all topics",
        out -> {
          try (Admin admin = Admin.create(client)) {
            read(names(admin), out);
          }
        });
  }

  /** A topic with these values in batches compressed so, there for as long as it is read. */
  Place planted(String codec, List<byte[]> values) {
    return new Place.Content(
        "Kafka: records, compressed by " + codec,
        out -> {
          String topic = "isolation.control." + codec;
          try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
            try {
              produce(topic, codec, values);
              read(Set.of(topic), out);
            } finally {
              admin.deleteTopics(List.of(topic)).all().get();
            }
          } catch (ExecutionException e) {
            throw new IOException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
          }
        });
  }

  private void produce(String topic, String codec, List<byte[]> values)
      throws ExecutionException, InterruptedException {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("compression.type", codec);
    settings.put("linger.ms", 1_000);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (byte[] value : values) {
        var _ = producer.send(new ProducerRecord<>(topic, value));
      }
      producer.flush();
    }
  }

  private static Set<String> names(Admin admin) throws IOException {
    try {
      return admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Takes a record. */
  public interface Reader {
    /** Called for one record after the other, in the order of each partition. */
    void take(ConsumerRecord<byte[], byte[]> one) throws IOException;
  }

  private void read(Collection<String> topics, OutputStream out) throws IOException {
    read(topics, (Reader) one -> write(one, out));
  }

  /** Every record that these topics hold now. */
  public void read(Collection<String> topics, Reader reader) throws IOException {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("enable.auto.commit", false);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> one : consumer.poll(POLL)) {
          reader.take(one);
        }
      }
    }
  }

  private static void write(ConsumerRecord<byte[], byte[]> one, OutputStream out)
      throws IOException {
    if (one.key() != null) {
      out.write(one.key());
    }
    if (one.value() != null) {
      out.write(one.value());
    }
    for (Header header : one.headers()) {
      out.write(header.key().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      if (header.value() != null) {
        out.write(header.value());
      }
    }
  }
}
