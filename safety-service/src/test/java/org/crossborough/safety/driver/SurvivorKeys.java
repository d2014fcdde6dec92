package org.crossborough.safety.driver;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.crossborough.local.TestInfrastructure;

/** The key store, as its owner sees it. */
public final class SurvivorKeys {

  private SurvivorKeys() {}

  /** A connection of the owner of the key store. */
  public static Connection asOwner() throws SQLException {
    return connect("KEYS_DATABASE_OWNER_");
  }

  /** A connection of the service's own role. */
  public static Connection asService() throws SQLException {
    return connect("KEYS_DATABASE_");
  }

  /** Whether a person still has a key. */
  public static boolean exists(String personId) throws SQLException {
    try (Connection connection = asService();
        PreparedStatement statement =
            connection.prepareStatement("select 1 from person_key where person_id = ?")) {
      statement.setObject(1, UUID.fromString(personId));
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /** The folder of the service's own key files. */
  public static Path folder() {
    return Path.of(TestInfrastructure.shared().environmentOf("safety").get("SAFETY_KEY_FOLDER"));
  }

  private static Connection connect(String role) throws SQLException {
    Map<String, String> environment = TestInfrastructure.shared().environmentOf("safety");
    return DriverManager.getConnection(
        environment.get("KEYS_DATABASE_URL"),
        environment.get(role + "USERNAME"),
        environment.get(role + "PASSWORD"));
  }
}
