package org.crossborough.chassis.idempotency;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.crossborough.chassis.problem.RequestProblem;
import org.jspecify.annotations.Nullable;

/**
 * The keys and the answers given under them, in the transaction of the work itself: the row is both
 * the lock and the memory, so there is no moment at which one exists without the other.
 */
@ApplicationScoped
class IdempotencyKeys {

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final AgroalDataSource dataSource;

  IdempotencyKeys(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Claims a key for the running transaction; null when claimed, else the answer kept under it. */
  @Nullable KeptAnswer claim(String caller, String key, byte[] requestHash) {
    try (Connection connection = dataSource.getConnection()) {
      return insert(connection, caller, key, requestHash)
          ? null
          : kept(connection, caller, key, requestHash);
    } catch (SQLException failure) {
      if (LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
        throw RequestProblem.REQUEST_IN_FLIGHT.builder().withHeader("Retry-After", 1).build();
      }
      throw new IllegalStateException("The idempotency key could not be claimed", failure);
    }
  }

  void keep(String caller, String key, KeptAnswer answer) {
    String sql =
        """
        update idempotency_key set status = ?, location = ?, etag = ?, body = ?
        where caller = ? and key = ?
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, answer.status());
      statement.setString(2, answer.location());
      statement.setString(3, answer.etag());
      statement.setBytes(4, answer.body());
      statement.setString(5, caller);
      statement.setString(6, key);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("The answer could not be kept", failure);
    }
  }

  /** Waits for another transaction with the same key, but not for long. */
  private static boolean insert(Connection connection, String caller, String key, byte[] hash)
      throws SQLException {
    String sql =
        """
        insert into idempotency_key (caller, key, request_hash)
        select ?, ?, ? from (select set_config('lock_timeout', '2000', true)) as bounded
        on conflict do nothing
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, caller);
      statement.setString(2, key);
      statement.setBytes(3, hash);
      return statement.executeUpdate() == 1;
    }
  }

  private static KeptAnswer kept(Connection connection, String caller, String key, byte[] hash)
      throws SQLException {
    String sql =
        """
        select request_hash, status, location, etag, body from idempotency_key
        where caller = ? and key = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, caller);
      statement.setString(2, key);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw RequestProblem.REQUEST_IN_FLIGHT.builder().withHeader("Retry-After", 1).build();
        }
        if (!Arrays.equals(hash, row.getBytes("request_hash"))) {
          throw RequestProblem.IDEMPOTENCY_KEY_REUSED.because(
              "This Idempotency-Key was sent before with another request.");
        }
        return new KeptAnswer(
            row.getInt("status"),
            row.getString("location"),
            row.getString("etag"),
            row.getBytes("body"));
      }
    }
  }
}
