package org.crossborough.referral.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.crossborough.chassis.testing.Psql;

/** What a test puts into the database where no caller could bring it in time. */
public final class BehindTheService {

  private BehindTheService() {}

  /** Sets columns of a referral. */
  public static void setReferral(String id, String assignments) throws SQLException {
    execute("update referral set %s where id = '%s'".formatted(assignments, id));
  }

  /** Runs a statement as the owner of the tables, with every borough in sight. */
  public static void execute(String sql) throws SQLException {
    try (Connection connection = Psql.asOwner();
        Statement statement = connection.createStatement()) {
      // Row-level security is forced on the owner as well.
      statement.execute("select set_config('app.borough', '*', false)");
      statement.execute(sql);
    }
  }
}
