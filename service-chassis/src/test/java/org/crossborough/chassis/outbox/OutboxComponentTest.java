package org.crossborough.chassis.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.crossborough.chassis.tenancy.SystemWork;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.AssessmentCompleted;
import org.crossborough.contracts.ReferralEvent.ReferralTriaged;
import org.crossborough.contracts.Topic;
import org.crossborough.local.TestInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxComponentTest {

  @Inject Outbox outbox;
  @Inject AgroalDataSource dataSource;
  @Inject OutboxConfig config;
  @Inject OutboxRelay relay;

  @Inject
  @Identifier("default-kafka-broker") Map<String, Object> broker;

  @Test
  void an_event_outside_a_transaction_is_refused() {
    ReferralTriaged event = new ReferralTriaged(UUID.randomUUID(), Instant.now());

    assertThatThrownBy(() -> outbox.publish(event)).isInstanceOf(TransactionalException.class);
  }

  @Test
  void an_event_of_a_transaction_that_rolled_back_is_never_sent() {
    UUID lost = UUID.randomUUID();
    UUID kept = UUID.randomUUID();

    QuarkusTransaction.begin();
    outbox.publish(new ReferralTriaged(lost, Instant.now()));
    QuarkusTransaction.rollback();
    publish(kept);

    assertThat(Wire.await(ReferralTriaged.class, e -> e.referralId().equals(kept))).isNotNull();
    assertThat(Wire.published(ReferralTriaged.class))
        .noneMatch(event -> event.referralId().equals(lost));
  }

  @Test
  void a_relay_killed_between_send_and_mark_leads_to_a_repeat_under_the_same_id() throws Exception {
    UUID key = UUID.randomUUID();
    relay.stop(new ShutdownEvent());
    publish(key);
    // What a relay does until the moment at which it is killed: send, and nothing more.
    try (OutboxLog log = new OutboxLog(dataSource.getConnection());
        Broker dying = new Broker(broker, config.deliveryTimeout())) {
      assertThat(log.lead()).isTrue();
      assertThat(dying.send(log.unsent(500))).isNotEmpty();
    }
    relay.start(new StartupEvent());

    await().atMost(Duration.ofSeconds(20)).until(() -> idsOf(key).size() >= 2);
    assertThat(Set.copyOf(idsOf(key))).hasSize(1);
    await().until(() -> unsent() == 0);
  }

  @Test
  void two_relays_at_once_send_each_event_once_and_in_order() throws Exception {
    OutboxRelay second = new OutboxRelay(dataSource, broker, config);
    second.start(new StartupEvent());
    List<UUID> keys = Stream.generate(UUID::randomUUID).limit(10).toList();
    try (var writers = Executors.newFixedThreadPool(5)) {
      for (UUID key : keys) {
        var _ =
            writers.submit(() -> {
              for (int i = 0; i < 40; i++) {
                publishNumbered(key, i);
              }
            });
      }
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> unsent() == 0);
    second.stop(new ShutdownEvent());

    Map<UUID, List<String>> sent =
        Wire.published(AssessmentCompleted.class).stream()
            .filter(event -> keys.contains(event.referralId()))
            .collect(
                Collectors.groupingBy(
                    AssessmentCompleted::referralId,
                    HashMap::new,
                    Collectors.mapping(AssessmentCompleted::result, Collectors.toList())));
    List<String> expected = Stream.iterate(0, i -> i + 1).limit(40).map(String::valueOf).toList();
    assertThat(sent).hasSize(10);
    assertThat(sent.values()).allSatisfy(results -> assertThat(results).isEqualTo(expected));
  }

  @Test
  void what_a_broker_acknowledged_and_forgot_is_sent_again() throws Exception {
    List<UUID> keys = Stream.generate(UUID::randomUUID).limit(30).toList();
    keys.forEach(this::publish);
    await().atMost(Duration.ofSeconds(20)).until(() -> unsent() == 0);

    // Empty topics of the same name are what a broker has that lost its disk.
    TestInfrastructure.shared().freshTopics();

    await().atMost(Duration.ofSeconds(60)).until(() -> triaged().containsAll(keys));
    UUID next = UUID.randomUUID();
    publish(next);
    assertThat(Wire.await(ReferralTriaged.class, e -> e.referralId().equals(next))).isNotNull();
  }

  private void publish(UUID key) {
    SystemWork.run(() ->
        QuarkusTransaction.requiringNew()
            .run(() -> outbox.publish(new ReferralTriaged(key, Instant.now()))));
  }

  private void publishNumbered(UUID key, int number) {
    QuarkusTransaction.requiringNew()
        .run(() ->
            outbox.publish(
                new AssessmentCompleted(
                    key, Instant.now(), key, String.valueOf(number), LocalDate.EPOCH)));
  }

  private static List<UUID> triaged() {
    return Wire.published(ReferralTriaged.class).stream().map(ReferralTriaged::referralId).toList();
  }

  private static long unsent() throws SQLException {
    return Psql.count("select count(*) from outbox where sent_offset is null");
  }

  private static List<String> idsOf(UUID key) {
    List<String> ids = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : Wire.records(Topic.REFERRAL_EVENTS)) {
      if (new String(record.key(), UTF_8).equals(key.toString())) {
        ids.add(new String(record.headers().lastHeader("ce_id").value(), UTF_8));
      }
    }
    return ids;
  }
}
