package org.crossborough.safety.driver;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.crossborough.chassis.testing.Psql;

/** What only the owner of the tables could do, who has to open them to herself first. */
public final class TablesOwner {

  private TablesOwner() {}

  /** Changes, fills or empties one table, which the statement names first. */
  public static void run(String sql) throws SQLException {
    String table = sql.split(" ", -1)[sql.startsWith("update") ? 1 : 2];
    try (Connection connection = Psql.asOwner();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("alter table " + table + " no force row level security");
      statement.execute(sql);
      statement.execute("alter table " + table + " force row level security");
      connection.commit();
    }
  }
}
