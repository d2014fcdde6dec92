package org.crossborough.safety.auditing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.crossborough.chassis.audit.AuditVerification;

/**
 * Reads the whole audit of the survivor side and says whether it is what it was: {@code make
 * verify-audit}. It runs apart from the service, on the environment that the service gets, and ends
 * with 1 when something is wrong.
 */
public final class VerifyAudit {

  private VerifyAudit() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws SQLException {
    AuditVerification found = verify(System.getenv());
    System.out.printf("%d entries hold together, up to %s%n", found.entries(), found.head());
    if (found.fault() != null) {
      System.out.println("WRONG: " + found.fault());
      System.exit(1);
    }
    System.out.println("Nothing is missing, added, changed, moved or cut off.");
  }

  static AuditVerification verify(Map<String, String> environment) throws SQLException {
    try (Connection audit = connection(environment, "DATABASE");
        Connection anchors = connection(environment, "KEYS_DATABASE")) {
      return AuditAnchors.verify(audit, anchors);
    }
  }

  private static Connection connection(Map<String, String> environment, String database)
      throws SQLException {
    return DriverManager.getConnection(
        environment.get(database + "_URL"),
        environment.get(database + "_USERNAME"),
        environment.get(database + "_PASSWORD"));
  }
}
