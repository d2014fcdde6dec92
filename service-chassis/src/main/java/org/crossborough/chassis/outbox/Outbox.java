package org.crossborough.chassis.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.crossborough.chassis.http.Correlation;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.Topic;

/** Where events go: into the same transaction as the change that they tell of. */
@ApplicationScoped
public class Outbox {

  private final AgroalDataSource dataSource;
  private final TransactionSynchronizationRegistry transactions;
  private final OutboxRelay relay;

  Outbox(
      AgroalDataSource dataSource,
      TransactionSynchronizationRegistry transactions,
      OutboxRelay relay) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.relay = relay;
  }

  /** Records an event; it is sent if, and only if, the running transaction commits. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void publish(Event event) {
    String sql =
        """
        insert into outbox (event_id, topic, key, type, occurred_at, correlation_id, payload)
        values (?, ?, ?, ?, ?, ?, ?)
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, Ids.next());
      statement.setString(2, Topic.of(event).wireName());
      statement.setObject(3, event.key());
      statement.setString(4, EventCatalogue.typeOf(event.getClass()));
      statement.setObject(5, OffsetDateTime.ofInstant(event.occurredAt(), ZoneOffset.UTC));
      statement.setString(6, Correlation.current());
      statement.setBytes(7, EventCodec.encode(event));
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("The event could not be recorded", failure);
    }
    transactions.registerInterposedSynchronization(new WakeAfterCommit());
  }

  private final class WakeAfterCommit implements Synchronization {

    @Override
    public void beforeCompletion() {
      // Nothing to do before the commit is certain.
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        relay.wake();
      }
    }
  }
}
