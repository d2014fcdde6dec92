package org.crossborough.chassis.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
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

  /** Records an event as applied in the running transaction; false when it was already. */
  boolean firstTime(Delivery delivery) {
    return update(
            "insert into inbox (event_id, topic, type) values (?, ?, ?) on conflict do nothing",
            delivery.id(),
            delivery.topic().wireName(),
            delivery.type())
        == 1;
  }

  /** Moves a partition's position past a record, with the leader epoch that detects a lost tail. */
  void passed(ConsumerRecord<?, ?> origin) {
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
