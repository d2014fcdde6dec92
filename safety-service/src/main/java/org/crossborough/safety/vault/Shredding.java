package org.crossborough.safety.vault;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Destroys personal keys, and destroys them again whenever a restored backup brought one back. The
 * tombstone is on disk before the key is gone: after a crash between them the next start goes on.
 */
@ApplicationScoped
public class Shredding {

  private final AgroalDataSource keys;
  private final Tombstones tombstones;

  Shredding(@DataSource("keys") AgroalDataSource keys, Tombstones tombstones) {
    this.keys = keys;
    this.tombstones = tombstones;
  }

  /** Makes everything about these people unreadable for good, here and in every backup. */
  public void shred(Collection<UUID> persons, Instant at) {
    Map<UUID, Instant> all = persons.stream().collect(Collectors.toMap(id -> id, id -> at));
    tombstones.add(all);
    destroy(all);
  }

  void afterAnyRestore(@Observes StartupEvent event) {
    repeat();
  }

  /** Shreds again whoever was shredded before, as the file or the key store remembers. */
  void repeat() {
    tombstones.add(remembered());
    destroy(tombstones.all());
  }

  private Map<UUID, Instant> remembered() {
    try (Connection connection = keys.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select person_id, at from person_tombstone");
        ResultSet row = statement.executeQuery()) {
      Map<UUID, Instant> remembered = new HashMap<>();
      while (row.next()) {
        remembered.put(row.getObject("person_id", UUID.class), row.getTimestamp("at").toInstant());
      }
      return remembered;
    } catch (SQLException failure) {
      throw new IllegalStateException("Tombstones could not be read", failure);
    }
  }

  private void destroy(Map<UUID, Instant> persons) {
    try (Connection connection = keys.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement remember =
              connection.prepareStatement(
                  "insert into person_tombstone (person_id, at) values (?, ?)"
                      + " on conflict do nothing");
          PreparedStatement destroy =
              connection.prepareStatement("delete from person_key where person_id = ?")) {
        for (Map.Entry<UUID, Instant> person : persons.entrySet()) {
          remember.setObject(1, person.getKey());
          remember.setTimestamp(2, Timestamp.from(person.getValue()));
          remember.addBatch();
          destroy.setObject(1, person.getKey());
          destroy.addBatch();
        }
        remember.executeBatch();
        destroy.executeBatch();
        connection.commit();
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("A personal key could not be destroyed", failure);
    }
  }
}
