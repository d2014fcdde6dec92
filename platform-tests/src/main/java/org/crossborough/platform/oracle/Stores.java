package org.crossborough.platform.oracle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.crossborough.local.RunningPlatform;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;

/** The databases of the four services, as their administrator sees them. */
public final class Stores {

  private final StateFolder state;

  /** Of that platform. */
  public Stores(RunningPlatform platform) {
    this.state = new StateFolder(platform.folder());
  }

  /** Makes a value of a row. */
  public interface Reading<T> {
    /** The value of the row that the cursor is at. */
    T of(ResultSet row) throws SQLException;
  }

  /** Every row of a query over the database of a service. */
  public <T> List<T> read(String service, String query, Reading<T> reading) {
    List<T> values = new ArrayList<>();
    try (Connection connection = connect(service);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(reading.of(rows));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The store of " + service + " cannot be read", e);
    }
    return values;
  }

  /** One number out of the database of a service. */
  public long count(String service, String query) {
    return read(service, query, row -> row.getLong(1)).getFirst();
  }

  /** Changes rows behind the back of a service; returns how many. */
  public int alter(String service, String... statements) {
    int rows = 0;
    try (Connection connection = connect(service);
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        rows += statement.executeUpdate(one);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The store of " + service + " cannot be altered", e);
    }
    return rows;
  }

  /** A session of the administrator, for whoever must hold something while others wait. */
  public Connection connect(String service) throws SQLException {
    Port cluster = service.startsWith("safety") ? Port.POSTGRES_SAFETY : Port.POSTGRES_MAIN;
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + Ports.remembered(state).of(cluster) + "/" + service,
        "postgres",
        Passwords.remembered(state).ofSuperuser(cluster.process()));
  }
}
