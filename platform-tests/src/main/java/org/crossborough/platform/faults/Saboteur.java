package org.crossborough.platform.faults;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.crossborough.local.RunningPlatform;
import org.crossborough.platform.oracle.Oracle;
import org.crossborough.platform.oracle.Stores;
import org.crossborough.platform.oracle.Wire;
import org.crossborough.platform.oracle.Witness;
import org.crossborough.platform.traffic.Traffic;

/** Does to a platform what a fault says, and brings it back as {@code make up} does. */
final class Saboteur {

  private static final int RESENT = 200;

  /** Less than the thirty seconds that callers' tokens are renewed before their end. */
  private static final int STEP_SECONDS = 20;

  private final RunningPlatform platform;
  private final Stores stores;
  private final Wire wire;
  private final Signals signals;
  private final ExactLine line;
  private final KeyRotation keys;
  private final Partition partition;
  private final FullDisk disk;
  private final SteppedClock clock;
  private final Map<String, Integer> poison = new HashMap<>();

  Saboteur(RunningPlatform platform, Traffic traffic) {
    this.platform = platform;
    this.stores = new Stores(platform);
    this.wire = new Wire(platform);
    // A platform that had a run before may have put records aside in it.
    for (String service : Witness.SERVICES) {
      long parked = stores.count(service, "select count(*) from parked_event");
      poison.put(service, Math.toIntExact(parked));
    }
    this.signals = new Signals(platform);
    this.line = new ExactLine(platform);
    this.keys = new KeyRotation(platform, traffic);
    this.partition = new Partition(platform);
    this.disk = new FullDisk(platform.folder());
    this.clock = new SteppedClock(platform);
  }

  /** How many unreadable records each service was sent so far, before this run included. */
  Map<String, Integer> poison() {
    return Map.copyOf(poison);
  }

  /** Does it. */
  void strike(Fault fault) {
    switch (fault.kind()) {
      case KILL, REPLAY -> platform.kill9(fault.process());
      case PAUSE -> signals.stop(fault.process());
      case RESEND -> resend(fault.service());
      case POISON -> sendPoison();
      case KILL_BEFORE_SENDING -> line.killBeforeSending(fault);
      case KILL_BEFORE_NOTING -> line.killBeforeNoting(fault);
      case KILL_BEFORE_POSITION -> line.killBeforePosition(fault);
      case ROTATE_REALM_KEY -> keys.ofRealm();
      case ROTATE_INTAKE_KEY -> keys.ofIntake();
      case ROTATE_WRAPPING_KEY -> keys.ofWrapping();
      case ROTATE_SEARCH_KEY -> keys.ofSearch();
      case PARTITION -> partition.cut(fault);
      case DISK_FULL -> disk.fill();
      case CLOCK_STEP -> {
        clock.step(STEP_SECONDS);
        clock.start(fault);
      }
    }
  }

  /**
   * Brings it back.
   *
   * @param millis how long it lasts, where it lasts
   */
  void heal(Fault fault, long millis) {
    switch (fault.kind()) {
      case KILL, KILL_BEFORE_SENDING, KILL_BEFORE_NOTING, KILL_BEFORE_POSITION -> platform.up();
      case REPLAY -> {
        var _ = stores.alter(fault.service(), "update inbox_position set next_offset = 0");
        platform.up();
      }
      case PAUSE -> {
        sleep(millis);
        signals.goOn(fault.process());
      }
      case ROTATE_REALM_KEY, ROTATE_INTAKE_KEY, ROTATE_WRAPPING_KEY, ROTATE_SEARCH_KEY ->
          keys.settle();
      case PARTITION -> {
        sleep(millis);
        partition.mend(fault);
      }
      case DISK_FULL -> {
        sleep(millis);
        disk.empty();
        platform.up();
      }
      case CLOCK_STEP -> stepBack(fault, millis);
      case RESEND, POISON -> {}
    }
  }

  /** Once it works with the clock put forward, the clock goes back past the true time. */
  private void stepBack(Fault fault, long millis) {
    try {
      clock.awaitReady(fault);
      sleep(millis);
      clock.step(-STEP_SECONDS);
      sleep(millis);
    } finally {
      clock.end();
      platform.up();
    }
  }

  private void resend(String service) {
    int _ =
        stores.alter(
            service,
            """
            update outbox set partition = null, sent_offset = null where seq in
            (select seq from outbox where sent_offset is not null order by seq desc limit %d)
            """
                .formatted(RESENT));
  }

  /** Four records that cannot be read, in the midst of the others. */
  private void sendPoison() {
    byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    byte[] nonsense = "{\"no\": json".getBytes(StandardCharsets.UTF_8);
    wire.send("referral", new ProducerRecord<>("referral.events", key, nonsense));
    wire.send("referral", new ProducerRecord<>("referral.events", null, nonsense));
    wire.send("programme", new ProducerRecord<>("programme.events", key, new byte[1_000_000]));
    wire.send("safety", typed(new ProducerRecord<>("safety.events", key, nonsense)));
    sent("referral.events", 2);
    sent("programme.events", 1);
    sent("safety.events", 1);
  }

  private static ProducerRecord<byte[], byte[]> typed(ProducerRecord<byte[], byte[]> record) {
    record.headers().add("ce_type", "from.the.future.v9".getBytes(StandardCharsets.UTF_8));
    return record;
  }

  private void sent(String topic, int count) {
    Oracle.LISTENS.forEach((service, topics) -> {
      if (topics.contains(topic)) {
        int _ = poison.merge(service, count, Integer::sum);
      }
    });
  }

  static void sleep(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
