package org.crossborough.safety.vault;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The personal keys, wrapped, in a database of their own. A new key is committed at once, before
 * the transaction that will need it; when that one fails, a key without a person does no harm.
 */
@ApplicationScoped
public class Vault {

  private final AgroalDataSource keys;
  private final KeyEncryptionKey wrapping;
  private final TransactionSynchronizationRegistry transactions;

  Vault(
      @DataSource("keys") AgroalDataSource keys,
      KeyEncryptionKey wrapping,
      TransactionSynchronizationRegistry transactions) {
    this.keys = keys;
    this.wrapping = wrapping;
    this.transactions = transactions;
  }

  /** Makes and keeps the key of a new person whom nobody can search for. */
  public PersonalKey newKey(UUID personId) {
    return newKey(personId, List.of());
  }

  /**
   * Makes and keeps the key of a new person, and with it what she can be found by, which goes when
   * the key does.
   */
  public PersonalKey newKey(UUID personId, List<byte[]> tokens) {
    KeyEncryptionKey.Wrapped wrapped = wrapping.newWrappedKey(personId);
    try (Connection connection = keys.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                with kept as (
                  insert into person_key (person_id, wrapped, wrapped_by) values (?, ?, ?)
                  returning person_id)
                insert into person_search (token, person_id)
                select distinct given.token, kept.person_id
                from kept, unnest(?) as given (token)
                """)) {
      statement.setObject(1, personId);
      statement.setBytes(2, wrapped.key());
      statement.setInt(3, wrapped.wrappedBy());
      statement.setArray(4, connection.createArrayOf("bytea", tokens.toArray(byte[][]::new)));
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("A personal key could not be kept", failure);
    }
    return wrapping.unwrap(personId, wrapped.key()).with(marks(personId, Map.of()));
  }

  /** A person's key; empty once it was destroyed, and with it all that is known of her. */
  public Optional<PersonalKey> key(UUID personId) {
    try (Connection connection = keys.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select wrapped, marks from person_key where person_id = ?")) {
      statement.setObject(1, personId);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        PersonalKey key = wrapping.unwrap(personId, row.getBytes("wrapped"));
        return Optional.of(key.with(marks(personId, known(personId, row.getBytes("marks")))));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("A personal key could not be read", failure);
    }
  }

  private VersionMarks marks(UUID personId, Map<String, Integer> known) {
    return new VersionMarks(
        known, field -> raiseAfterCommit(personId, field), field -> raise(personId, field));
  }

  /** A mark that were raised before its value is committed would lock out the value before it. */
  private void raiseAfterCommit(UUID personId, SealedField field) {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Nothing is certain yet.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              raise(personId, field);
            }
          }
        });
  }

  private void raise(UUID personId, SealedField field) {
    try (Connection connection = keys.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement read =
              connection.prepareStatement(
                  "select marks from person_key where person_id = ? for update");
          PreparedStatement write =
              connection.prepareStatement("update person_key set marks = ? where person_id = ?")) {
        read.setObject(1, personId);
        ResultSet row = read.executeQuery();
        if (row.next()) {
          Map<String, Integer> marks = new HashMap<>(known(personId, row.getBytes("marks")));
          var _ = marks.merge(field.name(), field.version(), Math::max);
          byte[] text = VersionMarks.write(marks).getBytes(StandardCharsets.UTF_8);
          write.setBytes(1, wrapping.seal(personId, text));
          write.setObject(2, personId);
          write.executeUpdate();
        }
        connection.commit();
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("A version mark could not be raised", failure);
    }
  }

  private Map<String, Integer> known(UUID personId, byte @Nullable [] sealed) {
    return sealed == null
        ? Map.of()
        : VersionMarks.read(new String(wrapping.open(personId, sealed), StandardCharsets.UTF_8));
  }
}
