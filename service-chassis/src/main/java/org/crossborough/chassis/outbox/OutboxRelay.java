package org.crossborough.chassis.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.crossborough.chassis.problem.Trace;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the outbox holds, in order, one relay per service at a time. A send may be repeated
 * (consumers ignore it) but is never skipped: an acknowledgement is believed only as long as the
 * broker's log still reaches that far.
 */
@ApplicationScoped
class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
  private static final Duration REPORT_EVERY = Duration.ofMinutes(1);

  private final AgroalDataSource dataSource;
  private final Map<String, Object> connection;
  private final OutboxConfig config;
  private final Semaphore wake = new Semaphore(0);
  private @Nullable Thread thread;
  private volatile boolean running;
  private long reportedAt;

  OutboxRelay(
      AgroalDataSource dataSource,
      @Identifier("default-kafka-broker") Map<String, Object> connection,
      OutboxConfig config) {
    this.dataSource = dataSource;
    this.connection = connection;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    if (config.relay()) {
      running = true;
      thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    if (thread != null) {
      thread.interrupt();
      thread.join(Duration.ofSeconds(5));
    }
  }

  /** Says that something was committed. */
  void wake() {
    if (wake.availablePermits() == 0) {
      wake.release();
    }
  }

  private void run() {
    while (running) {
      try {
        relayUntilFailure();
      } catch (InterruptedException stopping) {
        return;
      } catch (SQLException | ExecutionException | RuntimeException failure) {
        // Whatever it was, events wait and are sent later; a relay that gives up loses them.
        report(failure);
        if (!pause(AFTER_FAILURE)) {
          return;
        }
      }
    }
  }

  private void report(Exception failure) {
    long now = System.nanoTime();
    if (reportedAt == 0 || now - reportedAt > REPORT_EVERY.toNanos()) {
      LOG.warnf("Events wait in the outbox: %s", Trace.of(failure));
      reportedAt = now;
    }
  }

  private void relayUntilFailure() throws SQLException, InterruptedException, ExecutionException {
    try (OutboxLog log = new OutboxLog(dataSource.getConnection())) {
      while (running && !log.lead()) {
        pauseFor(Duration.ofSeconds(1));
      }
      try (Broker broker = new Broker(connection, config.deliveryTimeout())) {
        relay(log, broker);
      }
    }
  }

  private void relay(OutboxLog log, Broker broker)
      throws SQLException, InterruptedException, ExecutionException {
    Map<TopicPartition, Long> acknowledged = log.acknowledged();
    long verifiedAt = 0;
    while (running) {
      if (System.nanoTime() - verifiedAt > config.verifyEvery().toNanos() || verifiedAt == 0) {
        takeBackWhatWasForgotten(log, broker, acknowledged);
        verifiedAt = System.nanoTime();
      }
      List<OutboxRow> rows = log.unsent(config.batch());
      if (rows.isEmpty()) {
        pauseFor(config.poll());
        continue;
      }
      record(log, broker.send(rows), acknowledged);
      if (LOG.isDebugEnabled()) {
        LOG.debugf("Sent up to %d", rows.getLast().seq());
      }
      if (rows.size() < config.batch()) {
        Thread.sleep(config.gather());
      }
    }
  }

  /** A broker that ends before what it acknowledged has lost it. */
  private void takeBackWhatWasForgotten(
      OutboxLog log, Broker broker, Map<TopicPartition, Long> acknowledged)
      throws SQLException, InterruptedException, ExecutionException {
    if (acknowledged.isEmpty()) {
      return;
    }
    for (Map.Entry<TopicPartition, Long> end : broker.ends(acknowledged.keySet()).entrySet()) {
      if (end.getValue() <= acknowledged.getOrDefault(end.getKey(), -1L)) {
        takeBack(log, acknowledged, end.getKey(), end.getValue());
      }
    }
  }

  /** An offset given out twice says the same, even when the log has grown past it since. */
  private void record(
      OutboxLog log, List<OutboxLog.Sent> batch, Map<TopicPartition, Long> acknowledged)
      throws SQLException {
    for (OutboxLog.Sent sent : batch) {
      if (sent.offset() <= acknowledged.getOrDefault(sent.partition(), -1L)) {
        takeBack(log, acknowledged, sent.partition(), sent.offset());
      }
    }
    log.markSent(batch);
    batch.forEach(sent -> acknowledged.merge(sent.partition(), sent.offset(), Math::max));
  }

  private static void takeBack(
      OutboxLog log,
      Map<TopicPartition, Long> acknowledged,
      TopicPartition partition,
      long fromOffset)
      throws SQLException {
    int forgotten = log.forget(partition, fromOffset);
    acknowledged.put(partition, fromOffset - 1);
    LOG.warnf(
        "%s forgot %d events from offset %d; sending again", partition, forgotten, fromOffset);
  }

  private void pauseFor(Duration time) throws InterruptedException {
    boolean woken = wake.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
    if (woken) {
      wake.drainPermits();
    }
  }

  private boolean pause(Duration time) {
    try {
      pauseFor(time);
      return true;
    } catch (InterruptedException stopping) {
      return false;
    }
  }
}
