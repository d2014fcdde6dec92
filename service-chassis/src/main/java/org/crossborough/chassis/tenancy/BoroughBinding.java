package org.crossborough.chassis.tenancy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.crossborough.chassis.identity.Caller;

/**
 * Tells the database, at the start of every transaction, whose rows it may touch. Row-level
 * security reads {@code app.borough}; a transaction that was told nothing sees no row.
 */
@ApplicationScoped
class BoroughBinding {

  private final AgroalDataSource dataSource;
  private final Instance<Caller> caller;
  private final TransactionManager transactions;

  BoroughBinding(
      AgroalDataSource dataSource, Instance<Caller> caller, TransactionManager transactions) {
    this.dataSource = dataSource;
    this.caller = caller;
    this.transactions = transactions;
  }

  void bind(@Observes @Initialized(TransactionScoped.class) Object transaction) {
    // The pool hands every user of the transaction this same connection.
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select set_config('app.borough', ?, true)")) {
      statement.setString(1, scope());
      statement.execute();
    } catch (SQLException | RuntimeException failure) {
      end(failure);
      throw new IllegalStateException("The transaction could not be bound to a borough", failure);
    }
  }

  /**
   * A transaction whose beginning failed is nobody's to end yet: left to itself it stays with its
   * thread, and a thread that lives long never has another.
   */
  private void end(Exception failure) {
    try {
      transactions.rollback();
    } catch (SystemException | RuntimeException again) {
      failure.addSuppressed(again);
    }
  }

  private String scope() {
    if (SystemWork.isRunning()) {
      return Caller.EVERY_BOROUGH;
    }
    boolean inRequest = Arc.container().requestContext().isActive();
    return inRequest ? caller.get().scope() : "";
  }
}
