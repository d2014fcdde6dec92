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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Correlation;
import org.crossborough.chassis.http.TraceParent;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.Topic;
import org.jspecify.annotations.Nullable;

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

  /**
   * Records an event; it is sent if, and only if, the running transaction commits. All events of a
   * transaction are written together, in their order, when it is about to end.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void publish(Event event) {
    Entry entry =
        new Entry(
            Ids.next(), event, correlation(), TraceParent.current(), EventCodec.encode(event));
    if (transactions.getResource(this) instanceof Entries entries) {
      entries.events.add(entry);
    } else {
      Entries entries = new Entries(entry);
      transactions.putResource(this, entries);
      transactions.registerInterposedSynchronization(entries);
    }
  }

  /** Work that nobody asked for has one as well: whether an event has one would tell that. */
  private static String correlation() {
    String current = Correlation.current();
    return current == null ? UUID.randomUUID().toString() : current;
  }

  private void write(List<Entry> entries) {
    String sql =
        """
        insert into outbox
          (event_id, topic, key, type, occurred_at, correlation_id, trace_parent, payload)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Entry entry : entries) {
        Event event = entry.event();
        statement.setObject(1, entry.id());
        statement.setString(2, Topic.of(event).wireName());
        statement.setObject(3, event.key());
        statement.setString(4, EventCatalogue.typeOf(event.getClass()));
        statement.setObject(5, OffsetDateTime.ofInstant(event.occurredAt(), ZoneOffset.UTC));
        statement.setString(6, entry.correlationId());
        statement.setString(7, entry.traceParent());
        statement.setBytes(8, entry.payload());
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException failure) {
      throw new IllegalStateException("The events could not be recorded", failure);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
  private record Entry(
      UUID id,
      Event event,
      @Nullable String correlationId,
      String traceParent,
      byte @Nullable [] payload) {}

  /** The events of one transaction. */
  private final class Entries implements Synchronization {

    private final List<Entry> events = new ArrayList<>();

    Entries(Entry first) {
      events.add(first);
    }

    @Override
    public void beforeCompletion() {
      write(events);
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        relay.wake();
      }
    }
  }
}
