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

  /**
   * What a person is found by instead of her name or number.
   *
   * @param value what a keyed hash made of it
   * @param generation how many times the key of the hash had been changed by then
   */
  public record SearchToken(byte[] value, int generation) {}

  private final KeyStore store;
  private final AgroalDataSource keys;
  private final KeyEncryptionKey wrapping;
  private final TransactionSynchronizationRegistry transactions;

  Vault(
      KeyStore store,
      @DataSource("keys") AgroalDataSource keys,
      KeyEncryptionKey wrapping,
      TransactionSynchronizationRegistry transactions) {
    this.store = store;
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
  public PersonalKey newKey(UUID personId, List<SearchToken> tokens) {
    return store
        .writing(connection -> {
          KeyEncryptionKey.Wrapped wrapped = wrapping.newWrappedKey(personId);
          keep(connection, personId, wrapped, tokens);
          return wrapping.unwrap(personId, wrapped.key());
        })
        .with(marks(personId, Map.of()));
  }

  private static void keep(
      Connection connection,
      UUID personId,
      KeyEncryptionKey.Wrapped wrapped,
      List<SearchToken> tokens)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            with kept as (
              insert into person_key (person_id, wrapped, wrapped_by) values (?, ?, ?)
              returning person_id)
            insert into person_search (token, generation, person_id)
            select distinct given.token, given.generation, kept.person_id
            from kept, unnest(?, ?) as given (token, generation)
            """)) {
      statement.setObject(1, personId);
      statement.setBytes(2, wrapped.key());
      statement.setInt(3, wrapped.wrappedBy());
      byte[][] values = tokens.stream().map(SearchToken::value).toArray(byte[][]::new);
      Integer[] generations = tokens.stream().map(SearchToken::generation).toArray(Integer[]::new);
      statement.setArray(4, connection.createArrayOf("bytea", values));
      statement.setArray(5, connection.createArrayOf("int4", generations));
      statement.executeUpdate();
    }
  }

  /** A person's key; empty once it was destroyed, and with it all that is known of her. */
  public Optional<PersonalKey> key(UUID personId) {
    try (Connection connection = keys.getConnection()) {
      return key(connection, personId);
    } catch (SQLException failure) {
      throw new IllegalStateException("A personal key could not be read", failure);
    } catch (BrokenSealException retired) {
      // It was read before a rotation that was over before it was opened, or it is broken indeed.
      return store.writing(connection -> key(connection, personId));
    }
  }

  private Optional<PersonalKey> key(Connection connection, UUID personId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select wrapped, marks from person_key where person_id = ?")) {
      statement.setObject(1, personId);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        PersonalKey key = wrapping.unwrap(personId, row.getBytes("wrapped"));
        return Optional.of(key.with(marks(personId, known(personId, row.getBytes("marks")))));
      }
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
    var _ =
        store.writing(connection -> {
          raise(connection, personId, field);
          return personId;
        });
  }

  private void raise(Connection connection, UUID personId, SealedField field) throws SQLException {
    try (PreparedStatement read =
            connection.prepareStatement(
                "select marks from person_key where person_id = ? for update");
        PreparedStatement write =
            connection.prepareStatement(
                "update person_key set marks = ?, marks_by = ? where person_id = ?")) {
      read.setObject(1, personId);
      ResultSet row = read.executeQuery();
      if (row.next()) {
        Map<String, Integer> marks = new HashMap<>(known(personId, row.getBytes("marks")));
        var _ = marks.merge(field.name(), field.version(), Math::max);
        byte[] text = VersionMarks.write(marks).getBytes(StandardCharsets.UTF_8);
        KeyEncryptionKey.Sealed sealed = wrapping.seal(personId, text);
        write.setBytes(1, sealed.value());
        write.setInt(2, sealed.sealedBy());
        write.setObject(3, personId);
        write.executeUpdate();
      }
    }
  }

  private Map<String, Integer> known(UUID personId, byte @Nullable [] sealed) {
    return sealed == null
        ? Map.of()
        : VersionMarks.read(new String(wrapping.open(personId, sealed), StandardCharsets.UTF_8));
  }
}
