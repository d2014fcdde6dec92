package org.crossborough.platform.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.crossborough.local.RunningPlatform;

/** Does to a platform what a fault says, and brings it back as {@code make up} does. */
final class Saboteur {

  private static final int RESENT = 200;

  private final RunningPlatform platform;
  private final Stores stores;
  private final Wire wire;
  private final Map<String, Integer> poison = new HashMap<>();

  Saboteur(RunningPlatform platform) {
    this.platform = platform;
    this.stores = new Stores(platform);
    this.wire = new Wire(platform);
  }

  /** How many unreadable records each service was sent so far. */
  Map<String, Integer> poison() {
    return Map.copyOf(poison);
  }

  /** Does it. */
  void strike(Fault fault) {
    switch (fault.kind()) {
      case KILL, REPLAY -> platform.kill9(fault.process());
      case PAUSE -> signal(fault.process(), "STOP");
      case RESEND -> resend(fault.service());
      case POISON -> sendPoison();
    }
  }

  /**
   * Brings it back.
   *
   * @param millis how long a pause lasts
   */
  void heal(Fault fault, long millis) {
    switch (fault.kind()) {
      case KILL -> platform.up();
      case REPLAY -> {
        var _ = stores.alter(fault.service(), "update inbox_position set next_offset = 0");
        platform.up();
      }
      case PAUSE -> {
        sleep(millis);
        signal(fault.process(), "CONT");
      }
      case RESEND, POISON -> {}
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

  /** To a process and all that it has started: a database server is many. */
  private void signal(String process, String name) {
    ProcessHandle handle = ProcessHandle.of(platform.pidOf(process)).orElseThrow();
    List<String> pids =
        Stream.concat(Stream.of(handle), handle.descendants())
            .map(one -> Long.toString(one.pid()))
            .toList();
    try {
      Process kill =
          new ProcessBuilder(Stream.concat(Stream.of("kill", "-" + name), pids.stream()).toList())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      // A session that ended in between is one that nobody has to wake.
      int _ = kill.waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot signal " + process, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
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
