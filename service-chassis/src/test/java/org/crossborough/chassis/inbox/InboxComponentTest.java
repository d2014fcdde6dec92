package org.crossborough.chassis.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.crossborough.chassis.problem.DatabaseFault;
import org.crossborough.chassis.sample.SampleConsumer;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentNotStarted;
import org.crossborough.contracts.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InboxComponentTest {

  private static final String TOPIC = Topic.PROGRAMME_EVENTS.wireName();

  @Inject Stoppage stoppage;
  @Inject InboxConfig config;

  @Test
  void an_event_delivered_twice_is_applied_once() throws Exception {
    UUID id = UUID.randomUUID();
    EnrolmentNotStarted event = event();

    Wire.publish(id, event);
    Wire.publish(id, event);
    awaitFollower();

    assertThat(applied(event.key())).isEqualTo(1);
  }

  @Test
  void a_consumer_cut_off_between_apply_and_commit_applies_again_and_only_once() throws Exception {
    long parkedBefore = parked("%");
    EnrolmentNotStarted event = event();
    SampleConsumer.CUT_ONCE.add(event.key());

    Wire.publish(event);
    awaitFollower();

    assertThat(SampleConsumer.CUT_ONCE).doesNotContain(event.key());
    assertThat(applied(event.key())).isEqualTo(1);
    assertThat(parked("%")).isEqualTo(parkedBefore);
  }

  @Test
  void poison_is_parked_once_and_blocks_nobody() throws Exception {
    long before = parked("%");
    UUID key = UUID.randomUUID();
    String type = "enrolment.not-started.v1";

    Wire.send(record(key.toString(), type, UUID.randomUUID().toString(), "{\"enrolmentId\":"));
    Wire.send(record(key.toString(), "enrolment.abolished.v9", UUID.randomUUID().toString(), "{}"));
    Wire.send(record(key.toString(), "referral.triaged.v1", UUID.randomUUID().toString(), "{}"));
    Wire.send(record(null, type, UUID.randomUUID().toString(), "{}"));
    Wire.send(record(key.toString(), type, "no-uuid", "{}"));
    Wire.send(record(key.toString(), null, UUID.randomUUID().toString(), "{}"));
    Wire.send(record(key.toString(), type, UUID.randomUUID().toString(), "x".repeat(900_000)));
    Wire.send(record(UUID.randomUUID().toString(), type, UUID.randomUUID().toString(), body(key)));
    EnrolmentNotStarted refused = event();
    SampleConsumer.REFUSED.add(refused.key());
    Wire.publish(refused);
    awaitFollower();

    await().atMost(Duration.ofSeconds(20)).until(() -> parked("%") == before + 9);
    assertThat(applied(refused.key())).isZero();
    assertThat(parked("REFUSED_BY_IllegalArgumentException")).isEqualTo(1);
    assertThat(parked("KEY_DIFFERS")).isEqualTo(1);
    assertThat(parked("UNKNOWN_TYPE")).isEqualTo(1);
    assertThat(parked("WRONG_TOPIC")).isEqualTo(1);
  }

  @Test
  void an_event_waits_for_a_database_that_refuses_everything_and_is_applied_in_the_end()
      throws Exception {
    long parkedBefore = parked("%");
    EnrolmentNotStarted event = event();
    Object role = Psql.rows("*", "select current_user as name").getFirst().get("name");

    asOwner("revoke insert on inbox from " + role);
    try {
      Wire.publish(event);
      // Longer than it takes to give up on an event that is at fault itself.
      Duration patience = config.retryAfter().multipliedBy(3L * config.attempts());
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> stoppage.seconds() > patience.toMillis() / 1000.0);
      assertThat(parked("%")).isEqualTo(parkedBefore);
    } finally {
      asOwner("grant insert on inbox to " + role);
    }

    awaitFollower();
    assertThat(applied(event.key())).isEqualTo(1);
    assertThat(parked("%")).isEqualTo(parkedBefore);
    assertThat(stoppage.seconds()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"42501", "42P01", "25006", "08006", "53100", "57P03", "58030", "XX001"})
  void a_database_that_says_it_is_at_fault_is(String state) {
    assertThat(DatabaseFault.isItsOwnBehind(refusal(state))).isTrue();
    assertThat(DatabaseFault.stateBehind(refusal(state))).isEqualTo(state);
  }

  @Test
  void a_database_that_only_reads_is_asked_again_by_requests_too() {
    assertThat(DatabaseFault.behind(refusal("25006"))).isEqualTo(DatabaseFault.UNAVAILABLE);
    assertThat(DatabaseFault.behind(refusal("42501"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "23502", "23505", "40001", "42601"})
  void a_database_that_refuses_what_it_was_asked_is_not_at_fault(String state) {
    assertThat(DatabaseFault.isItsOwnBehind(refusal(state))).isFalse();
  }

  private static IllegalStateException refusal(String state) {
    return new IllegalStateException(new SQLException("refused", state));
  }

  private static void asOwner(String sql) throws SQLException {
    try (Connection owner = Psql.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void what_a_later_producer_added_to_an_event_is_ignored() throws Exception {
    UUID key = UUID.randomUUID();
    String body = body(key).replace("}", ",\"addedLater\":{\"a\":1}}");

    Wire.send(
        record(key.toString(), "enrolment.not-started.v1", UUID.randomUUID().toString(), body));
    awaitFollower();

    assertThat(applied(key)).isEqualTo(1);
  }

  /** One event into every partition: when they are applied, so is everything sent before. */
  private static void awaitFollower() {
    List<EnrolmentNotStarted> followers =
        Stream.generate(InboxComponentTest::event).limit(24).toList();
    followers.forEach(Wire::publish);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          for (EnrolmentNotStarted follower : followers) {
            if (applied(follower.key()) == 0) {
              return false;
            }
          }
          return true;
        });
  }

  private static EnrolmentNotStarted event() {
    return new EnrolmentNotStarted(
        UUID.randomUUID(), Instant.now(), UUID.randomUUID(), UUID.randomUUID());
  }

  private static String body(UUID key) {
    return "{\"enrolmentId\":\"%s\",\"occurredAt\":\"2026-01-01T00:00:00Z\",\"referralId\":\"%s\",\"runId\":\"%s\"}"
        .formatted(key, key, key);
  }

  private static ProducerRecord<byte[], byte[]> record(
      @Nullable String key, @Nullable String type, String id, String payload) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            TOPIC, key == null ? null : key.getBytes(UTF_8), payload.getBytes(UTF_8));
    record.headers().add("ce_id", id.getBytes(UTF_8));
    record.headers().add("ce_time", "2026-01-01T00:00:00Z".getBytes(UTF_8));
    if (type != null) {
      record.headers().add("ce_type", type.getBytes(UTF_8));
    }
    return record;
  }

  private static long applied(UUID key) throws SQLException {
    return Psql.count("select count(*) from applied where key = ?", key);
  }

  private static long parked(String reason) throws SQLException {
    return Psql.count(
        "select count(*) from parked_event where reason like ? and partition <> ?",
        reason,
        InboxBatchComponentTest.PARTITION);
  }
}
