package org.crossborough.chassis.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.crossborough.chassis.outbox.EventCodec;
import org.crossborough.chassis.sample.SampleConsumer;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentNotStarted;
import org.crossborough.contracts.Topic;
import org.junit.jupiter.api.Test;

/** What one poll brings, as though it had come from a partition that the broker does not have. */
@QuarkusTest
class InboxBatchComponentTest {

  static final int PARTITION = 9_000;

  // The database outlives a run that was ended early.
  private static final AtomicLong OFFSETS = new AtomicLong(System.currentTimeMillis());

  @Inject InboxApplier applier;

  @Test
  void what_one_poll_brings_is_applied_in_one_transaction_and_in_its_order() throws Exception {
    List<EnrolmentNotStarted> events = events(7);

    applier.apply(events.stream().map(InboxBatchComponentTest::record).toList());

    assertThat(transactionsOf(events)).isEqualTo(1);
    assertThat(inTheirOrder(events)).isTrue();
    assertThat(nextOffset()).isEqualTo(OFFSETS.get());
  }

  @Test
  void poison_in_the_middle_of_a_poll_is_parked_and_the_others_are_applied_in_their_order()
      throws Exception {
    List<EnrolmentNotStarted> events = events(6);
    SampleConsumer.REFUSED.add(events.get(3).key());
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    events.subList(0, 2).forEach(event -> records.add(record(event)));
    records.add(unreadable());
    events.subList(2, 6).forEach(event -> records.add(record(event)));

    applier.apply(records);

    List<EnrolmentNotStarted> others =
        events.stream().filter(event -> !event.equals(events.get(3))).toList();
    for (EnrolmentNotStarted event : others) {
      assertThat(applied(event.key())).isEqualTo(1);
    }
    assertThat(inTheirOrder(others)).isTrue();
    assertThat(applied(events.get(3).key())).isZero();
    assertThat(parkedAt(records.get(2))).isEqualTo("MALFORMED_PAYLOAD");
    assertThat(parkedAt(records.get(4))).isEqualTo("REFUSED_BY_IllegalArgumentException");
    assertThat(nextOffset()).isEqualTo(OFFSETS.get());
  }

  @Test
  void an_event_that_comes_twice_in_one_poll_is_applied_once() throws Exception {
    List<EnrolmentNotStarted> events = events(3);
    List<ConsumerRecord<byte[], byte[]>> records =
        events.stream().map(InboxBatchComponentTest::record).toList();

    applier.apply(Collections.nCopies(2, records).stream().flatMap(List::stream).toList());
    applier.apply(records);

    for (EnrolmentNotStarted event : events) {
      assertThat(applied(event.key())).isEqualTo(1);
    }
  }

  @Test
  void a_poll_cut_off_before_its_commit_is_applied_whole_and_once() throws Exception {
    List<EnrolmentNotStarted> events = events(5);
    SampleConsumer.CUT_ONCE.add(events.get(2).key());

    applier.apply(events.stream().map(InboxBatchComponentTest::record).toList());

    assertThat(SampleConsumer.CUT_ONCE).doesNotContain(events.get(2).key());
    for (EnrolmentNotStarted event : events) {
      assertThat(applied(event.key())).isEqualTo(1);
    }
    assertThat(inTheirOrder(events)).isTrue();
    assertThat(nextOffset()).isEqualTo(OFFSETS.get());
  }

  @Test
  void every_event_of_a_poll_is_applied_under_its_own_trace_and_for_every_borough()
      throws Exception {
    List<EnrolmentNotStarted> events = events(2);
    List<ConsumerRecord<byte[], byte[]>> records =
        events.stream().map(InboxBatchComponentTest::record).toList();
    Map<UUID, String> traces =
        Map.of(events.get(0).key(), "a".repeat(32), events.get(1).key(), "b".repeat(32));
    for (int i = 0; i < 2; i++) {
      String parent = "00-%s-%s-01".formatted(traces.get(events.get(i).key()), "c".repeat(16));
      records.get(i).headers().add("traceparent", parent.getBytes(UTF_8));
    }

    applier.apply(records);

    traces.forEach((key, trace) -> {
      assertThat(SampleConsumer.TRACES.get(key)).contains(trace);
      assertThat(SampleConsumer.SCOPES).containsEntry(key, "*");
    });
  }

  private static List<EnrolmentNotStarted> events(int number) {
    return Stream.generate(() ->
            new EnrolmentNotStarted(
                UUID.randomUUID(), Instant.now(), UUID.randomUUID(), UUID.randomUUID()))
        .limit(number)
        .toList();
  }

  private static ConsumerRecord<byte[], byte[]> record(EnrolmentNotStarted event) {
    return record(event.key(), Objects.requireNonNull(EventCodec.encode(event)));
  }

  private static ConsumerRecord<byte[], byte[]> unreadable() {
    return record(UUID.randomUUID(), "{\"enrolmentId\":".getBytes(UTF_8));
  }

  private static ConsumerRecord<byte[], byte[]> record(UUID key, byte[] payload) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            Topic.PROGRAMME_EVENTS.wireName(),
            PARTITION,
            OFFSETS.getAndIncrement(),
            key.toString().getBytes(UTF_8),
            payload);
    String type = EventCatalogue.typeOf(EnrolmentNotStarted.class);
    record.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
    record.headers().add("ce_type", type.getBytes(UTF_8));
    record.headers().add("ce_time", "2026-01-01T00:00:00Z".getBytes(UTF_8));
    return record;
  }

  private static long applied(UUID key) throws SQLException {
    return Psql.count("select count(*) from applied where key = ?", key);
  }

  private static long transactionsOf(List<EnrolmentNotStarted> events) throws SQLException {
    return Psql.count(
        "select count(distinct xmin::text) from applied where key::text = any(string_to_array(?,"
            + " ','))",
        String.join(",", events.stream().map(event -> event.key().toString()).toList()));
  }

  private static boolean inTheirOrder(List<EnrolmentNotStarted> events) throws SQLException {
    String keys = String.join(",", events.stream().map(event -> event.key().toString()).toList());
    return Psql.count(
            """
            select count(*) from (
              select string_agg(key::text, ',' order by id) as keys from applied
              where key::text = any(string_to_array(?, ','))) as found
            where keys = ?
            """,
            keys,
            keys)
        == 1;
  }

  private static String parkedAt(ConsumerRecord<?, ?> record) throws SQLException {
    List<Map<String, Object>> parked =
        Psql.rows(
            "*",
            "select reason from parked_event where partition = ? and \"offset\" = ?",
            PARTITION,
            record.offset());
    return String.valueOf(parked.getFirst().get("reason"));
  }

  private static long nextOffset() throws SQLException {
    return Psql.count("select next_offset from inbox_position where partition = ?", PARTITION);
  }
}
