package org.crossborough.local.kafka;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic of the platform.
 *
 * @param compacted keeps the latest record per key instead of every record for ever
 */
record KafkaTopic(String name, boolean compacted) {

  static final List<KafkaTopic> ALL =
      List.of(
          new KafkaTopic("referral.events", false),
          new KafkaTopic("referral.participants", true),
          new KafkaTopic("programme.events", false),
          new KafkaTopic("safety.events", false),
          new KafkaTopic("outcomes.events", false));

  private static final int PARTITIONS = 3;

  /** With three copies, two must hold a record before it counts as sent. */
  NewTopic description(short replicas) {
    return new NewTopic(name, PARTITIONS, replicas)
        .configs(
            Map.of(
                "retention.ms",
                "-1",
                "cleanup.policy",
                compacted ? "compact" : "delete",
                "min.insync.replicas",
                replicas < 3 ? "1" : "2"));
  }
}
