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
  private static final short ONE_BROKER = 1;

  NewTopic description() {
    return new NewTopic(name, PARTITIONS, ONE_BROKER)
        .configs(Map.of("retention.ms", "-1", "cleanup.policy", compacted ? "compact" : "delete"));
  }
}
