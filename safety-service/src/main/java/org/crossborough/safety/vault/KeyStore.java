package org.crossborough.safety.vault;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Transactions of the key store that keep writers and whoever retires wrapping keys apart. What is
 * wrapped in one process and not yet committed names its key to nobody: so writers hold a lock
 * together, in the database and so among all processes, and a key is retired only by who holds it
 * alone. The lock goes with the transaction, whatever becomes of the process.
 */
@ApplicationScoped
class KeyStore {

  private static final String TOGETHER = "select pg_advisory_xact_lock_shared(4803717)";
  private static final String ALONE = "select pg_advisory_xact_lock(4803717)";

  private final AgroalDataSource keys;

  KeyStore(@DataSource("keys") AgroalDataSource keys) {
    this.keys = keys;
  }

  /** What is done in one transaction, and with which result. */
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /**
   * Wraps or seals something and keeps it. The key to do it with must be asked for in there, and
   * nothing in there may begin another such transaction.
   */
  <T> T writing(Work<T> work) {
    return transaction(TOGETHER, work);
  }

  /** Does something while nobody wraps or seals: after all who had begun, before all others. */
  <T> T withNobodyWriting(Work<T> work) {
    return transaction(ALONE, work);
  }

  private <T> T transaction(String lock, Work<T> work) {
    try (Connection connection = keys.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        statement.execute(lock);
        T result = work.in(connection);
        connection.commit();
        return result;
      } finally {
        connection.rollback(); // Of nothing, once it is committed.
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("The key store could not be used", failure);
    }
  }
}
