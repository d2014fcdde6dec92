package org.crossborough.outcomes.rebuild;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.chassis.outbox.EventCodec;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.Topic;
import org.crossborough.outcomes.pathway.ReadModel;
import org.jspecify.annotations.Nullable;

/**
 * Applies every event again with the features' own consumers, which do not know that their tables
 * are others: the transaction looks for tables in {@code rebuild} first.
 */
@ApplicationScoped
class Replay {

  private static final int BATCH = 500;

  private final List<EventsConsumer> consumers;
  private final ReadModel model;
  private final AgroalDataSource dataSource;
  private final Map<String, Object> connection;

  Replay(
      @All List<EventsConsumer> consumers,
      ReadModel model,
      AgroalDataSource dataSource,
      @Identifier("default-kafka-broker") Map<String, Object> connection) {
    this.consumers = consumers;
    this.model = model;
    this.dataSource = dataSource;
    this.connection = connection;
  }

  /** All topics from their beginning; no member of any group, so that nobody loses a partition. */
  Tape open() {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic topic : topics()) {
      consumer
          .partitionsFor(topic.wireName())
          .forEach(it -> partitions.add(new TopicPartition(it.topic(), it.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new Tape(consumer, partitions);
  }

  private Set<Topic> topics() {
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    consumers.forEach(consumer -> topics.addAll(consumer.topics()));
    return topics;
  }

  /**
   * Keeps the facts, in the running transaction; the rows that follow from them are yet to make.
   */
  void keep(List<ConsumerRecord<byte[], byte[]>> records) {
    toRebuiltTables();
    model.hear(() -> heardFirst(records).forEach(this::hand));
  }

  /** Makes all rows of the facts that were kept, in the running transaction. */
  void makeRows() {
    toRebuiltTables();
    model.rebuild();
  }

  /** Applies records as the running read models do, row by row, in the running transaction. */
  void apply(List<ConsumerRecord<byte[], byte[]>> records) {
    toRebuiltTables();
    heardFirst(records).forEach(this::hand);
  }

  private void toRebuiltTables() {
    try (Connection here = dataSource.getConnection();
        PreparedStatement statement =
            here.prepareStatement("select set_config('search_path', 'rebuild, public', true)")) {
      statement.execute();
    } catch (SQLException failure) {
      throw new IllegalStateException("The rebuilt tables could not be reached", failure);
    }
  }

  /** Those that were not applied before, by the ids of their events. */
  private List<Told> heardFirst(List<ConsumerRecord<byte[], byte[]>> records) {
    List<Told> told = records.stream().flatMap(record -> Told.of(record).stream()).toList();
    String sql =
        "insert into inbox (event_id, topic, type) values (?, ?, ?) on conflict do nothing";
    try (Connection here = dataSource.getConnection();
        PreparedStatement statement = here.prepareStatement(sql)) {
      for (Told each : told) {
        statement.setObject(1, each.id());
        statement.setString(2, each.topic().wireName());
        statement.setString(3, each.type());
        statement.addBatch();
      }
      int[] added = statement.executeBatch();
      return IntStream.range(0, added.length)
          .filter(i -> added[i] == 1)
          .mapToObj(told::get)
          .toList();
    } catch (SQLException failure) {
      throw new IllegalStateException("The inbox could not be written", failure);
    }
  }

  private void hand(Told told) {
    for (EventsConsumer consumer : consumers) {
      if (consumer.topics().contains(told.topic())) {
        consumer.on(told.event());
      }
    }
  }

  /** Everything that was told, in the order of each partition. */
  static final class Tape implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> ends;

    private Tape(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
      this.consumer = consumer;
      this.partitions = partitions;
      this.ends = new HashMap<>(consumer.endOffsets(partitions));
    }

    /** How many records there were when it was opened. */
    long length() {
      Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
      return ends.entrySet().stream()
          .mapToLong(it -> it.getValue() - beginnings.getOrDefault(it.getKey(), 0L))
          .sum();
    }

    /** Whether a partition has not been read to where it ended. */
    boolean hasMore() {
      return partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L));
    }

    /** Goes on to where the running read models are, should they be further. */
    void extendTo(TopicPartition partition, long offset) {
      ends.merge(partition, offset, Math::max);
    }

    List<ConsumerRecord<byte[], byte[]>> next() {
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      consumer.poll(Duration.ofMillis(500)).forEach(records::add);
      return records;
    }

    @Override
    public void close() {
      consumer.close();
    }
  }

  /** An event as it came off a topic; what cannot be read was parked when it came first. */
  private record Told(UUID id, Topic topic, String type, Event event) {

    static Optional<Told> of(ConsumerRecord<byte[], byte[]> record) {
      try {
        String type = header(record, "ce_type");
        String id = header(record, "ce_id");
        String time = header(record, "ce_time");
        Topic topic = Topic.named(record.topic());
        if (type == null || id == null || time == null || record.key() == null) {
          return Optional.empty();
        }
        Class<? extends Event> recordType = EventCatalogue.recordOf(type).orElse(null);
        if (recordType == null || !topic.family().isAssignableFrom(recordType)) {
          return Optional.empty();
        }
        UUID key = UUID.fromString(new String(record.key(), StandardCharsets.UTF_8));
        Event event = EventCodec.decode(recordType, key, Instant.parse(time), record.value());
        return key.equals(event.key())
            ? Optional.of(new Told(UUID.fromString(id), topic, type, event))
            : Optional.empty();
      } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
        return Optional.empty();
      }
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
      Header header = record.headers().lastHeader(name);
      return header == null || header.value() == null
          ? null
          : new String(header.value(), StandardCharsets.UTF_8);
    }
  }
}
