package org.crossborough.safety.vault;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * The personal keys, wrapped, in a database of their own. A new key is committed at once, before
 * the transaction that will need it; when that one fails, a key without a person does no harm.
 */
@ApplicationScoped
public class Vault {

  private final AgroalDataSource keys;
  private final KeyEncryptionKey wrapping;

  Vault(@DataSource("keys") AgroalDataSource keys, KeyEncryptionKey wrapping) {
    this.keys = keys;
    this.wrapping = wrapping;
  }

  /** Makes and keeps the key of a new person. */
  public PersonalKey newKey(UUID personId) {
    byte[] wrapped = wrapping.newWrappedKey(personId);
    try (Connection connection = keys.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into person_key (person_id, wrapped) values (?, ?)")) {
      statement.setObject(1, personId);
      statement.setBytes(2, wrapped);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("A personal key could not be kept", failure);
    }
    return wrapping.unwrap(personId, wrapped);
  }

  /** A person's key; empty once it was destroyed, and with it all that is known of her. */
  public Optional<PersonalKey> key(UUID personId) {
    try (Connection connection = keys.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select wrapped from person_key where person_id = ?")) {
      statement.setObject(1, personId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(wrapping.unwrap(personId, row.getBytes("wrapped")))
            : Optional.empty();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("A personal key could not be read", failure);
    }
  }

  /** Destroys a person's key, and with it all that is known of her; again does no harm. */
  public void destroy(UUID personId) {
    try (Connection connection = keys.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("delete from person_key where person_id = ?")) {
      statement.setObject(1, personId);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("A personal key could not be destroyed", failure);
    }
  }
}
