package org.crossborough.safety.auditing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.crossborough.chassis.audit.AuditVerification;
import org.jspecify.annotations.Nullable;

/**
 * Where the audit stood at moments before, as written down in another database with other
 * credentials. A chain alone shows a change in its middle; what was cut off its end, or written
 * anew from some point on, shows only here.
 */
final class AuditAnchors {

  private AuditAnchors() {}

  /** Compares the audit with every place it was known to have reached. */
  static AuditVerification verify(Connection audit, Connection anchors) throws SQLException {
    AuditVerification chain = AuditVerification.of(audit);
    if (chain.fault() != null) {
      return chain;
    }
    return new AuditVerification(chain.entries(), chain.head(), fault(audit, anchors));
  }

  private static @Nullable String fault(Connection audit, Connection anchors) throws SQLException {
    try (PreparedStatement entry =
            audit.prepareStatement("select hash from audit_entry where seq = ?");
        PreparedStatement known =
            anchors.prepareStatement("select entries, head from audit_anchor order by entries");
        ResultSet anchor = known.executeQuery()) {
      while (anchor.next()) {
        long entries = anchor.getLong("entries");
        entry.setLong(1, entries);
        try (ResultSet row = entry.executeQuery()) {
          if (!row.next()) {
            return "Entry %d was there once and is not any more".formatted(entries);
          }
          if (!HexFormat.of().formatHex(row.getBytes("hash")).equals(anchor.getString("head"))) {
            return "Entry %d is not the one that was there once".formatted(entries);
          }
        }
      }
      return null;
    }
  }
}
