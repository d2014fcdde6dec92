package org.crossborough.chassis.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a reading of the whole audit found. A cut at the very end shows only against a head kept
 * elsewhere, which is why the head is part of the result.
 *
 * @param entries how many entries hold together from the first on
 * @param head the seal of the last of them, in hexadecimal
 * @param fault the first thing wrong; null when all is well
 */
public record AuditVerification(long entries, String head, @Nullable String fault) {

  /** Reads the audit over any connection that may select from it, and checks every seal. */
  public static AuditVerification of(Connection connection) throws SQLException {
    String sql =
        """
        select seq, at, actor, action, subject, purpose, outcome, correlation_id,
          previous_hash, hash
        from audit_entry order by seq
        """;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      long sound = 0;
      byte[] head = AuditEntry.BEFORE_THE_FIRST;
      while (row.next()) {
        AuditEntry entry = entry(row);
        String fault = fault(entry, sound + 1, head, row.getBytes("hash"));
        if (fault != null) {
          return new AuditVerification(sound, HexFormat.of().formatHex(head), fault);
        }
        sound++;
        head = row.getBytes("hash");
      }
      return new AuditVerification(sound, HexFormat.of().formatHex(head), null);
    }
  }

  private static @Nullable String fault(AuditEntry entry, long expected, byte[] head, byte[] hash) {
    if (entry.seq() != expected) {
      return "Entry %d is missing".formatted(expected);
    }
    if (!Arrays.equals(entry.previousHash(), head)) {
      return "Entry %d does not follow the one before".formatted(expected);
    }
    return Arrays.equals(entry.hash(), hash) ? null : "Entry %d was changed".formatted(expected);
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("purpose"),
        row.getString("outcome"),
        row.getString("correlation_id"),
        row.getBytes("previous_hash"));
  }
}
