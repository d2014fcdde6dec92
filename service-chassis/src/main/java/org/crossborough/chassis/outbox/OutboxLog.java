package org.crossborough.chassis.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The outbox table as its one relay sees it, over the connection that holds the relay's lock. */
final class OutboxLog implements AutoCloseable {

  // Any number will do as long as nobody else in this database uses it.
  private static final long RELAY_LOCK = 0x0B0C_5E1A_FA57L;

  /** An event and where the broker put it. */
  record Sent(long seq, TopicPartition partition, long offset) {}

  private final Connection connection;

  OutboxLog(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  /** Whether this process is now the one that relays. */
  boolean lead() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select pg_try_advisory_lock(%d)".formatted(RELAY_LOCK))) {
      boolean leads = row.next() && row.getBoolean(1);
      connection.commit();
      return leads;
    }
  }

  List<OutboxRow> unsent(int limit) throws SQLException {
    String sql =
        """
        select seq, event_id, topic, key, type, occurred_at, correlation_id, trace_parent, payload
        from outbox where sent_offset is null order by seq limit ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, limit);
      List<OutboxRow> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(OutboxRow.of(row));
        }
      }
      connection.commit();
      return rows;
    }
  }

  /** The highest offset recorded as acknowledged, by partition. */
  Map<TopicPartition, Long> acknowledged() throws SQLException {
    String sql =
        """
        select topic, partition, max(sent_offset) from outbox
        where sent_offset is not null group by topic, partition
        """;
    Map<TopicPartition, Long> highest = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        highest.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
      }
    }
    connection.commit();
    return highest;
  }

  void markSent(List<Sent> batch) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Losing this mark costs a repeat, which consumers ignore; waiting for the disk costs time.
      statement.execute("set local synchronous_commit = off");
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update outbox set partition = ?, sent_offset = ? where seq = ?")) {
      for (Sent sent : batch) {
        statement.setInt(1, sent.partition().partition());
        statement.setLong(2, sent.offset());
        statement.setLong(3, sent.seq());
        statement.addBatch();
      }
      statement.executeBatch();
    }
    connection.commit();
  }

  /** Takes back the marks of what the broker no longer has; returns how many will be sent again. */
  int forget(TopicPartition partition, long fromOffset) throws SQLException {
    String sql =
        """
        update outbox set partition = null, sent_offset = null
        where topic = ? and partition = ? and sent_offset >= ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, partition.topic());
      statement.setInt(2, partition.partition());
      statement.setLong(3, fromOffset);
      int forgotten = statement.executeUpdate();
      connection.commit();
      return forgotten;
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
      try (Statement statement = connection.createStatement()) {
        // The pool keeps the session, and with it the lock, unless it is given up here.
        statement.execute("select pg_advisory_unlock_all()");
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }
}
