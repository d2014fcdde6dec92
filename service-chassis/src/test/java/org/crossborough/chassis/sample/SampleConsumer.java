package org.crossborough.chassis.sample;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.crossborough.chassis.http.TraceParent;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.Topic;

/** Writes down the key of every event; fails in the ways that a test asks for. */
@ApplicationScoped
public class SampleConsumer implements EventsConsumer {

  /** Keys on which the database connection is cut after the write and before the commit. */
  public static final Set<UUID> CUT_ONCE = ConcurrentHashMap.newKeySet();

  /** Keys that this consumer can never apply. */
  public static final Set<UUID> REFUSED = ConcurrentHashMap.newKeySet();

  /** Under which trace each key was applied. */
  public static final Map<UUID, String> TRACES = new ConcurrentHashMap<>();

  /** For which borough the database let each key be written; every one is {@code *}. */
  public static final Map<UUID, String> SCOPES = new ConcurrentHashMap<>();

  private final AgroalDataSource dataSource;

  SampleConsumer(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.PROGRAMME_EVENTS);
  }

  @Override
  public void on(Event event) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("insert into applied (key) values (?)")) {
      statement.setObject(1, event.key());
      statement.executeUpdate();
      TRACES.put(event.key(), TraceParent.current());
      SCOPES.put(event.key(), scope(connection));
      if (REFUSED.contains(event.key())) {
        throw new IllegalArgumentException("never");
      }
      if (CUT_ONCE.remove(event.key())) {
        cut(connection);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String scope(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_setting('app.borough', true)")) {
      return row.next() ? row.getString(1) : "";
    }
  }

  private static void cut(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_terminate_backend(pg_backend_pid())");
    }
  }
}
