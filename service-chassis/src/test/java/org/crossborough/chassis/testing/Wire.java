package org.crossborough.chassis.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.crossborough.chassis.outbox.EventCodec;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.Topic;
import org.crossborough.local.TestInfrastructure;
import org.jspecify.annotations.Nullable;

/** The real broker seen from a test: other services' events in, the tested service's events out. */
public final class Wire {

  private static final Map<String, KafkaProducer<byte[], byte[]>> PRODUCERS =
      new ConcurrentHashMap<>();

  private Wire() {}

  /** Sends events as the services that own their topics would. */
  public static void publish(Event... events) {
    for (Event event : events) {
      publish(UUID.randomUUID(), event);
    }
  }

  /** Sends an event under a given id, so that a repeat can be sent as well. */
  public static void publish(UUID id, Event event) {
    Topic topic = Topic.of(event);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic.wireName(), bytes(event.key().toString()), EventCodec.encode(event));
    record.headers().add("ce_id", bytes(id.toString()));
    record.headers().add("ce_type", bytes(EventCatalogue.typeOf(event.getClass())));
    record.headers().add("ce_time", bytes(event.occurredAt().toString()));
    send(record);
  }

  /** Sends any record at all, with the rights of the topic's own producer. */
  public static void send(ProducerRecord<byte[], byte[]> record) {
    String principal = Topic.named(record.topic()).producer().replace("-service", "");
    KafkaProducer<byte[], byte[]> producer = PRODUCERS.computeIfAbsent(principal, Wire::producer);
    try {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(String principal) {
    return new KafkaProducer<>(
        connection(principal), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Waits until an event of a type that satisfies the condition is on its topic, and returns it.
   */
  public static <E extends Event> E await(Class<E> type, Predicate<E> condition) {
    List<E> found = new ArrayList<>();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> {
          found.clear();
          published(type).stream().filter(condition).forEach(found::add);
          return !found.isEmpty();
        });
    return found.getFirst();
  }

  /** Every event of a type that is on its topic now, in the order of each partition. */
  public static <E extends Event> List<E> published(Class<E> type) {
    String wireType = EventCatalogue.typeOf(type);
    List<E> events = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records(topicOf(type))) {
      if (wireType.equals(header(record, "ce_type"))) {
        events.add(type.cast(decode(type, record)));
      }
    }
    return events;
  }

  /** Every record that is on a topic now. */
  public static List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            connection("admin"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.wireName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  private static Topic topicOf(Class<? extends Event> type) {
    for (Topic topic : Topic.values()) {
      if (topic.family().isAssignableFrom(type)) {
        return topic;
      }
    }
    throw new IllegalArgumentException(type.getName());
  }

  private static Event decode(Class<? extends Event> type, ConsumerRecord<byte[], byte[]> record) {
    try {
      return EventCodec.decode(
          type,
          UUID.fromString(new String(record.key(), StandardCharsets.UTF_8)),
          Instant.parse(String.valueOf(header(record, "ce_time"))),
          record.value());
    } catch (IOException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> connection(String principal) {
    TestInfrastructure infrastructure = Infrastructure.get();
    Map<String, String> credentials = infrastructure.kafkaCredentialsOf(principal);
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", credentials.get("KAFKA_BOOTSTRAP_SERVERS"));
    settings.put("security.protocol", "SASL_PLAINTEXT");
    settings.put("sasl.mechanism", "SCRAM-SHA-512");
    settings.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(credentials.get("KAFKA_USERNAME"), credentials.get("KAFKA_PASSWORD")));
    settings.put("group.id", "none");
    settings.put("enable.auto.commit", "false");
    settings.put("acks", "all");
    return settings;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
