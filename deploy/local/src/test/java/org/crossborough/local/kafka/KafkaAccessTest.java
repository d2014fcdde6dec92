package org.crossborough.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table itself, which {@link KafkaAccessIT} finds at the broker. */
class KafkaAccessTest {

  @ParameterizedTest
  @CsvSource({
    "referral.events, outcomes programme safety",
    "referral.participants, programme safety",
    "programme.events, outcomes referral safety",
    "safety.events, outcomes programme referral",
    "outcomes.events, ''"
  })
  void a_topic_is_read_by_those_it_is_for_and_by_nobody_else(String topic, String readers) {
    assertThat(
            KafkaAccess.TABLE.stream()
                .filter(row -> row.reads().contains(topic))
                .map(KafkaAccess.Row::principal)
                .sorted()
                .collect(Collectors.joining(" ")))
        .isEqualTo(readers);
  }

  @Test
  void nothing_leaves_the_survivor_side_but_by_its_one_topic() {
    assertThat(KafkaAccess.TABLE)
        .filteredOn(row -> row.principal().equals("safety"))
        .singleElement()
        .satisfies(row -> assertThat(row.writes()).isEqualTo(List.of("safety.events")));
    assertThat(KafkaAccess.TABLE)
        .filteredOn(row -> row.writes().contains("safety.events"))
        .extracting(KafkaAccess.Row::principal)
        .isEqualTo(List.of("safety"));
  }

  @Test
  void every_topic_that_somebody_reads_is_one_of_the_platform() {
    Set<String> known =
        KafkaTopic.ALL.stream().map(KafkaTopic::name).collect(Collectors.toUnmodifiableSet());

    assertThat(KafkaAccess.TABLE).allSatisfy(row -> assertThat(known).containsAll(row.reads()));
  }
}
