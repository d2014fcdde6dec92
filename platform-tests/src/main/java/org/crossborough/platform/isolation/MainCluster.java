package org.crossborough.platform.isolation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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

/** The databases of everybody but the survivor side, as their administrator sees them. */
final class MainCluster {

  private static final String DATABASES =
      "select datname from pg_database where datallowconn order by datname";
  private static final String TABLES =
      """
      select format('%I.%I', schemaname, tablename) from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1
      """;

  private static final int ROWS_AT_ONCE = 500;

  private final StateFolder state;

  MainCluster(RunningPlatform platform) {
    this.state = new StateFolder(platform.folder());
  }

  /** Has everything written to the files that is in memory only. */
  void flush() {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("checkpoint");
      statement.execute("select pg_switch_wal()");
    } catch (SQLException e) {
      throw new IllegalStateException("The main cluster cannot be flushed", e);
    }
  }

  List<String> databases() {
    try (Connection connection = connect("postgres")) {
      return column(connection, DATABASES);
    } catch (SQLException e) {
      throw new IllegalStateException("The main cluster cannot be read", e);
    }
  }

  /** Every row, whatever the storage has compressed. */
  Place rows(String database) {
    return new Place.Content(
        "main cluster: rows of " + database,
        out -> {
          out.write(database.getBytes(StandardCharsets.UTF_8));
          try (Connection connection = connect(database)) {
            for (String table : column(connection, TABLES)) {
              copy(connection, table, out);
            }
          } catch (SQLException e) {
            throw new IOException(e);
          }
        });
  }

  /** Rows that hold these values, each once as bytes and gone with the connection. */
  Place planted(String database, List<byte[]> values) {
    return new Place.Content(
        "main cluster: rows of " + database,
        out -> {
          try (Connection connection = connect(database);
              Statement statement = connection.createStatement()) {
            statement.execute("create temp table control (value bytea)");
            try (var insert = connection.prepareStatement("insert into control values (?)")) {
              for (byte[] value : values) {
                insert.setBytes(1, value);
                insert.addBatch();
              }
              int[] _ = insert.executeBatch();
            }
            copy(connection, "control", out);
          } catch (SQLException e) {
            throw new IOException(e);
          }
        });
  }

  /** The bytes as the server sends them, which alters nothing in a text. */
  private static void copy(Connection connection, String table, OutputStream out)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery("select * from " + table)) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            byte[] value = rows.getBytes(column);
            out.write(value == null ? new byte[0] : value);
          }
        }
      }
    }
  }

  private static List<String> column(Connection connection, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private Connection connect(String database) throws SQLException {
    int port = Ports.remembered(state).of(Port.POSTGRES_MAIN);
    String password = Passwords.remembered(state).ofSuperuser(Port.POSTGRES_MAIN.process());
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", password);
  }
}
