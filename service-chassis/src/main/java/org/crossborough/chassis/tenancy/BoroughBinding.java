package org.crossborough.chassis.tenancy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
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

  BoroughBinding(AgroalDataSource dataSource, Instance<Caller> caller) {
    this.dataSource = dataSource;
    this.caller = caller;
  }

  void bind(@Observes @Initialized(TransactionScoped.class) Object transaction) {
    // The pool hands every user of the transaction this same connection.
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select set_config('app.borough', ?, true)")) {
      statement.setString(1, scope());
      statement.execute();
    } catch (SQLException failure) {
      throw new IllegalStateException("The transaction could not be bound to a borough", failure);
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
