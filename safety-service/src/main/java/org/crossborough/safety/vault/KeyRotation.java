package org.crossborough.safety.vault;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the key that wraps all others. What it wraps is not touched: no value is sealed anew,
 * and a person who was shredded stays so. Interrupted, it has left some keys under the key before,
 * which still opens; doing it again leaves none.
 */
@ApplicationScoped
class KeyRotation {

  private static final int BATCH = 500;

  private final AgroalDataSource keys;
  private final KeyEncryptionKey wrapping;

  KeyRotation(@DataSource("keys") AgroalDataSource keys, KeyEncryptionKey wrapping) {
    this.keys = keys;
    this.wrapping = wrapping;
  }

  /**
   * Puts a new key first and wraps every personal key under it.
   *
   * @return how many there were
   */
  int rotate() {
    wrapping.rotate();
    return rewrap();
  }

  /** Wraps anew whatever is not under the key that wraps now. */
  int rewrap() {
    try (Connection connection = keys.getConnection()) {
      connection.setAutoCommit(false);
      try {
        int all = 0;
        for (int some = batch(connection); some > 0; some = batch(connection)) {
          connection.commit();
          all += some;
        }
        return all;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Personal keys could not be wrapped anew", failure);
    }
  }

  private int batch(Connection connection) throws SQLException {
    String select =
        """
        select person_id, wrapped, marks from person_key
        where wrapped_by is distinct from ? order by person_id limit %d for update
        """
            .formatted(BATCH);
    String update =
        "update person_key set wrapped = ?, wrapped_by = ?, marks = ? where person_id = ?";
    try (PreparedStatement others = connection.prepareStatement(select);
        PreparedStatement keep = connection.prepareStatement(update)) {
      others.setInt(1, wrapping.id());
      try (ResultSet row = others.executeQuery()) {
        while (row.next()) {
          UUID personId = row.getObject("person_id", UUID.class);
          KeyEncryptionKey.Wrapped anew = wrapping.rewrap(personId, row.getBytes("wrapped"));
          keep.setBytes(1, anew.key());
          keep.setInt(2, anew.wrappedBy());
          keep.setBytes(3, sealedAnew(personId, row.getBytes("marks")));
          keep.setObject(4, personId);
          keep.addBatch();
        }
      }
      return keep.executeBatch().length;
    }
  }

  private byte @Nullable [] sealedAnew(UUID personId, byte @Nullable [] marks) {
    return marks == null ? null : wrapping.seal(personId, wrapping.open(personId, marks));
  }
}
