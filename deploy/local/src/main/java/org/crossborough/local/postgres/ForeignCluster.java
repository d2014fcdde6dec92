package org.crossborough.local.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.crossborough.local.state.Port;

/**
 * A PostgreSQL server that somebody else started, asked as a superuser: only one may say of a role
 * that it is none.
 *
 * @param url {@code jdbc:postgresql://host:port/}, without a database
 */
public record ForeignCluster(String url, String administrator, String password) {

  /**
   * Creates the roles and databases that belong on that cluster, and sets the roles' passwords.
   *
   * @param passwords by role, for every role of the cluster
   * @throws IllegalStateException when the server does not answer, refuses, or a password is
   *     missing
   */
  public void settle(Port cluster, Map<String, String> passwords) {
    try (Connection connection = connect("postgres")) {
      SqlScript server = new SqlScript(connection);
      server.run("revoke connect on database postgres from public");
      server.run("revoke connect on database template1 from public");
      for (ServiceDatabase database : ServiceDatabase.in(cluster)) {
        database.ensure(server, this::connect, role -> passwordOf(role, passwords));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot prepare the databases: " + e.getMessage(), e);
    }
  }

  private static String passwordOf(String role, Map<String, String> passwords) {
    String password =
        Optional.ofNullable(passwords.get(role))
            .orElseThrow(() -> new IllegalArgumentException("No password for role " + role));
    // It becomes part of a statement, which takes no parameters.
    if (!password.matches("[A-Za-z0-9_-]{16,128}")) {
      throw new IllegalArgumentException(
          "The password of role " + role + " must be 16 to 128 letters, digits, _ or -");
    }
    return password;
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url + database, administrator, password);
  }
}
