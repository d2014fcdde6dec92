package org.crossborough.chassis.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Which events were applied, how far each partition was read, and what was put aside. */
@ApplicationScoped
class InboxLedger {

  private final AgroalDataSource dataSource;

  InboxLedger(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Records events as applied in the running transaction.
   *
   * @return those that were not applied before, each once, in their order
   */
  List<Delivery> firstTime(List<Delivery> deliveries) {
    String sql =
        "insert into inbox (event_id, topic, type) values (?, ?, ?) on conflict do nothing";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Delivery delivery : deliveries) {
        statement.setObject(1, delivery.id());
        statement.setString(2, delivery.topic().wireName());
        statement.setString(3, delivery.type());
        statement.addBatch();
      }
      int[] inserted = statement.executeBatch();
      return IntStream.range(0, inserted.length)
          .filter(i -> inserted[i] == 1)
          .mapToObj(deliveries::get)
          .toList();
    } catch (SQLException failure) {
      throw new IllegalStateException("The inbox could not be written", failure);
    }
  }

  /**
   * Moves each partition's position past the last of its records, with the leader epoch that
   * detects a lost tail.
   */
  void passed(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<TopicPartition, ConsumerRecord<?, ?>> last = new LinkedHashMap<>();
    for (ConsumerRecord<?, ?> record : records) {
      last.put(new TopicPartition(record.topic(), record.partition()), record);
    }
    last.values().forEach(this::passed);
  }

  private void passed(ConsumerRecord<?, ?> origin) {
    var _ =
        update(
            """
            insert into inbox_position (topic, partition, next_offset, leader_epoch)
            values (?, ?, ?, ?)
            on conflict (topic, partition)
            do update set next_offset = excluded.next_offset, leader_epoch = excluded.leader_epoch
            """,
            origin.topic(),
            origin.partition(),
            origin.offset() + 1,
            origin.leaderEpoch().orElse(null));
  }

  void park(ConsumerRecord<?, ?> origin, @Nullable UUID id, @Nullable String type, String reason) {
    var _ =
        update(
            """
            insert into parked_event (topic, partition, "offset", event_id, type, reason)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            origin.topic(),
            origin.partition(),
            origin.offset(),
            id,
            type,
            reason);
  }

  /** Where to go on reading; null when the partition was never read. */
  @Nullable OffsetAndMetadata position(TopicPartition partition) {
    String sql =
        "select next_offset, leader_epoch from inbox_position where topic = ? and partition = ?";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, partition.topic());
      statement.setInt(2, partition.partition());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        Integer epoch = row.getObject("leader_epoch", Integer.class);
        return new OffsetAndMetadata(row.getLong("next_offset"), Optional.ofNullable(epoch), "");
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("The position could not be read", failure);
    }
  }

  private int update(String sql, @Nullable Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] == null) {
          statement.setNull(i + 1, Types.NULL);
        } else {
          statement.setObject(i + 1, values[i]);
        }
      }
      return statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("The inbox could not be written", failure);
    }
  }
}
