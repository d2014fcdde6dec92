package org.crossborough.chassis.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.crossborough.contracts.Topic;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topics that the service's features listen to. Positions are kept with what they led to,
 * in the service's own database; the broker only says which partitions are this process's.
 */
@ApplicationScoped
class InboxReader {

  private static final Logger LOG = Logger.getLogger(InboxReader.class);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

  private final InboxApplier applier;
  private final InboxLedger ledger;
  private final InboxConfig config;
  private final Map<String, Object> connection;
  private @Nullable Thread thread;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private volatile boolean running;

  InboxReader(
      InboxApplier applier,
      InboxLedger ledger,
      InboxConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> connection) {
    this.applier = applier;
    this.ledger = ledger;
    this.config = config;
    this.connection = connection;
  }

  void start(@Observes StartupEvent event) {
    if (!applier.topics().isEmpty()) {
      running = true;
      thread = Thread.ofPlatform().name("inbox-reader").daemon().start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    KafkaConsumer<byte[], byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    if (thread != null && !thread.join(Duration.ofSeconds(5))) {
      thread.interrupt();
    }
  }

  private void run() {
    while (running) {
      try (KafkaConsumer<byte[], byte[]> opened =
          new KafkaConsumer<>(
              settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        consumer = opened;
        opened.subscribe(
            applier.topics().stream().map(Topic::wireName).toList(), new Resumption(opened));
        while (running) {
          read(opened);
        }
      } catch (WakeupException | InterruptedException stopping) {
        LOG.debug("Stopped reading");
      } catch (RuntimeException failure) {
        LOG.warnf("Reading events again after: %s", failure.getMessage());
        pause();
      }
    }
  }

  private void read(KafkaConsumer<byte[], byte[]> opened) throws InterruptedException {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    opened.poll(Duration.ofMillis(500)).forEach(records::add);
    if (!records.isEmpty()) {
      applier.apply(records);
      if (records.size() < config.batch()) {
        Thread.sleep(config.gather());
      }
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.group());
    // A restart comes back as the same member and reads on without waiting for a time-out.
    settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, config.instance());
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batch());
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    // Applying waits out a database that is down; the group must not give the partitions away.
    settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 900_000);
    return settings;
  }

  private static void pause() {
    try {
      Thread.sleep(AFTER_FAILURE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Goes on where this service's own database says it was. */
  private final class Resumption implements ConsumerRebalanceListener {

    private final KafkaConsumer<byte[], byte[]> opened;

    Resumption(KafkaConsumer<byte[], byte[]> opened) {
      this.opened = opened;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      // Nothing to commit: positions were stored with what they led to.
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      for (TopicPartition partition : partitions) {
        OffsetAndMetadata position = ledger.position(partition);
        if (position == null) {
          opened.seekToBeginning(List.of(partition));
        } else {
          opened.seek(partition, position);
        }
      }
    }
  }
}
