package org.crossborough.safety.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the key that wraps all others. What it wraps is not touched: no value is sealed anew,
 * and a person who was shredded stays so. Interrupted, it has left some keys under the key before,
 * which still opens; doing it again leaves none.
 */
@ApplicationScoped
class KeyRotation {

  /**
   * What a rotation did.
   *
   * @param rewrapped how many personal keys were wrapped anew: all there are
   * @param retired how many wrapping keys were forgotten, because nothing is under them any more
   */
  @Schema(name = "Rotated")
  record Rotated(int rewrapped, int retired) {}

  private static final int BATCH = 500;
  private static final String OTHERS =
      """
      select person_id, wrapped, marks from person_key
      where wrapped_by is distinct from ? or (marks is not null and marks_by is distinct from ?)
      order by person_id limit %d for update
      """
          .formatted(BATCH);
  private static final String KEEP =
      "update person_key set wrapped = ?, wrapped_by = ?, marks = ?, marks_by = ?"
          + " where person_id = ?";
  private static final String NAMED =
      "select wrapped_by from person_key"
          + " union select marks_by from person_key where marks is not null";

  private final KeyStore store;
  private final KeyEncryptionKey wrapping;

  KeyRotation(KeyStore store, KeyEncryptionKey wrapping) {
    this.store = store;
    this.wrapping = wrapping;
  }

  /** Puts a new key first, wraps every personal key under it, and retires those before it. */
  Rotated rotate() {
    wrapping.rotate();
    int rewrapped = rewrap();
    return new Rotated(rewrapped, retire());
  }

  /** Wraps anew whatever is not under the key that wraps now. */
  int rewrap() {
    int all = 0;
    for (int some = store.writing(this::batch); some > 0; some = store.writing(this::batch)) {
      all += some;
    }
    return all;
  }

  /**
   * Forgets the wrapping keys that nothing is under. A copy of the key store from before a rotation
   * opens only with a copy of the key file from then.
   */
  int retire() {
    return store.withNobodyWriting(
        connection -> wrapping.retireAllBut(() -> namedBySomething(connection)));
  }

  private int batch(Connection connection) throws SQLException {
    try (PreparedStatement others = connection.prepareStatement(OTHERS);
        PreparedStatement keep = connection.prepareStatement(KEEP)) {
      int now = wrapping.id();
      others.setInt(1, now);
      others.setInt(2, now);
      try (ResultSet row = others.executeQuery()) {
        while (row.next()) {
          UUID personId = row.getObject("person_id", UUID.class);
          KeyEncryptionKey.Wrapped anew = wrapping.rewrap(personId, row.getBytes("wrapped"));
          KeyEncryptionKey.@Nullable Sealed marks = sealedAnew(personId, row.getBytes("marks"));
          keep.setBytes(1, anew.key());
          keep.setInt(2, anew.wrappedBy());
          keep.setBytes(3, marks == null ? null : marks.value());
          keep.setObject(4, marks == null ? null : marks.sealedBy(), Types.INTEGER);
          keep.setObject(5, personId);
          keep.addBatch();
        }
      }
      return keep.executeBatch().length;
    }
  }

  private KeyEncryptionKey.@Nullable Sealed sealedAnew(UUID personId, byte @Nullable [] marks) {
    return marks == null ? null : wrapping.seal(personId, wrapping.open(personId, marks));
  }

  /** All there are, where a row does not say under which it is. */
  private Set<Integer> namedBySomething(Connection connection) {
    try (PreparedStatement statement = connection.prepareStatement(NAMED);
        ResultSet row = statement.executeQuery()) {
      Set<Integer> named = new HashSet<>();
      while (row.next()) {
        named.add(row.getInt(1));
        if (row.wasNull()) {
          return wrapping.ids();
        }
      }
      return named;
    } catch (SQLException failure) {
      throw new IllegalStateException("What is under which key could not be asked", failure);
    }
  }
}
