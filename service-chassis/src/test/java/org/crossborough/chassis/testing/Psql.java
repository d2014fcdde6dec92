package org.crossborough.chassis.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Direct access to the database of the service under test, as the service's role or as the owner.
 */
public final class Psql {

  private Psql() {}

  /** A connection with the service's own, lesser role. */
  public static Connection asService() throws SQLException {
    return connect("DATABASE_USERNAME", "DATABASE_PASSWORD");
  }

  /** A connection with the role that owns the tables. */
  public static Connection asOwner() throws SQLException {
    return connect("DATABASE_OWNER_USERNAME", "DATABASE_OWNER_PASSWORD");
  }

  /** The rows of a query with the service's role, bound to a borough, or to all with {@code *}. */
  public static List<Map<String, Object>> rows(String borough, String sql, Object... values)
      throws SQLException {
    try (Connection connection = asService()) {
      connection.setAutoCommit(false);
      bind(connection, borough);
      List<Map<String, Object>> rows = query(connection, sql, values);
      connection.rollback();
      return rows;
    }
  }

  /** A single number, read as {@link #rows} with every borough in sight. */
  public static long count(String sql, Object... values) throws SQLException {
    return ((Number) rows("*", sql, values).getFirst().values().iterator().next()).longValue();
  }

  private static void bind(Connection connection, String borough) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('app.borough', ?, true)")) {
      statement.setString(1, borough);
      statement.execute();
    }
  }

  private static List<Map<String, Object>> query(
      Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<Map<String, Object>> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Map<String, @Nullable Object> cells = new HashMap<>();
          for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            cells.put(row.getMetaData().getColumnLabel(column), row.getObject(column));
          }
          rows.add(cells);
        }
      }
      return rows;
    }
  }

  private static Connection connect(String user, String password) throws SQLException {
    Map<String, String> environment =
        Infrastructure.get().environmentOf(PlatformResource.service());
    return DriverManager.getConnection(
        environment.get("DATABASE_URL"), environment.get(user), environment.get(password));
  }
}
