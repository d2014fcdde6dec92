package org.crossborough.safety.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.safety.driver.SurvivorKeys;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShreddingComponentTest {

  private static final Instant THEN = Instant.parse("2026-01-06T09:00:00Z");
  private static final SealedField NAME = new SealedField("name", 1);

  @Inject Vault vault;
  @Inject Shredding shredding;
  @Inject KeyEncryptionKey wrapping;
  @Inject Tombstones tombstones;

  @Test
  void of_a_thousand_shredded_people_a_copy_of_everything_from_before_gives_none_back()
      throws Exception {
    Map<UUID, byte[]> rows = new HashMap<>();
    for (int i = 0; i < 1_000; i++) {
      UUID id = UUID.randomUUID();
      rows.put(id, vault.newKey(id).seal(NAME, Secret.of("Example Person")));
    }
    Map<UUID, byte[]> keysBefore = keysOf(rows);
    assertThat(keysBefore).hasSize(1_000);

    shredding.shred(rows.keySet(), THEN);
    // Somebody restores the key store of the day before, and the service starts.
    putBack(keysBefore);
    assertThat(recoverable(rows)).isEqualTo(1_000);
    shredding.repeat();

    assertThat(recoverable(rows)).isZero();
    assertThat(tombstones.all().keySet()).containsAll(rows.keySet());
  }

  @Test
  void who_was_shredded_is_remembered_when_the_file_was_put_back_and_shredding_goes_on()
      throws Exception {
    UUID early = aPerson();
    UUID late = aPerson();
    shredding.shred(List.of(early), THEN);
    String before = Files.readString(file());
    shredding.shred(List.of(late), THEN);

    Files.writeString(file(), before);
    assertThat(tombstones.all()).doesNotContainKey(late);
    shredding.repeat();

    assertThat(tombstones.all()).containsKeys(early, late);
    assertThat(vault.key(late)).isEmpty();
  }

  @Test
  void a_tombstone_that_was_made_up_or_taken_out_stops_the_service() throws Exception {
    shredding.shred(List.of(aPerson(), aPerson()), THEN);
    shredding.shred(List.of(aPerson()), THEN);
    String sound = Files.readString(file());
    List<String> lines = sound.lines().toList();
    String madeUp =
        sound + UUID.randomUUID() + " " + THEN + " " + lines.getLast().split(" ", -1)[2];
    String takenOut = sound.replace(lines.get(lines.size() - 2) + "\n", "");
    String changed = sound.replaceFirst("2026-01-06", "2026-01-07");
    try {
      for (String spoilt : List.of(madeUp, takenOut, changed)) {
        Files.writeString(file(), spoilt);
        assertThatThrownBy(shredding::repeat).hasMessageContaining("not as it was written");
      }
    } finally {
      Files.writeString(file(), sound);
    }
  }

  @Test
  void a_value_put_back_from_before_does_not_open_and_a_change_that_failed_locks_nobody_out() {
    UUID id = UUID.randomUUID();
    SealedField second = new SealedField("name", 2);
    SealedField third = new SealedField("name", 3);
    byte[] first = vault.newKey(id).seal(NAME, Secret.of("First"));
    byte[] changed =
        QuarkusTransaction.requiringNew().call(() -> key(id).seal(second, Secret.of("Second")));
    assertThatThrownBy(() ->
            QuarkusTransaction.requiringNew()
                .run(() -> {
                  var _ = key(id).seal(third, Secret.of("Never"));
                  throw new IllegalArgumentException("The change fails");
                }))
        .hasMessageContaining("fails");

    assertThat(key(id).open(second, changed).reveal()).isEqualTo("Second");
    assertThatThrownBy(() -> key(id).open(NAME, first)).isInstanceOf(BrokenSealException.class);
  }

  @Test
  void marks_moved_to_another_person_do_not_open() throws Exception {
    UUID one = UUID.randomUUID();
    UUID other = aPerson();
    var _ = vault.newKey(one);
    var _ =
        QuarkusTransaction.requiringNew()
            .call(() -> key(one).seal(new SealedField("name", 2), Secret.of("x")));
    try (Connection connection = SurvivorKeys.asOwner();
        PreparedStatement statement =
            connection.prepareStatement(
                "update person_key set marks = (select marks from person_key where person_id = ?)"
                    + " where person_id = ?")) {
      statement.setObject(1, one);
      statement.setObject(2, other);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }

    assertThatThrownBy(() -> vault.key(other)).isInstanceOf(BrokenSealException.class);
  }

  private PersonalKey key(UUID id) {
    return vault.key(id).orElseThrow();
  }

  private UUID aPerson() {
    UUID id = UUID.randomUUID();
    var _ = vault.newKey(id);
    return id;
  }

  private long recoverable(Map<UUID, byte[]> rows) {
    return rows.entrySet().stream()
        .filter(row -> vault.key(row.getKey()).map(key -> opens(key, row.getValue())).orElse(false))
        .count();
  }

  private static boolean opens(PersonalKey key, byte[] sealed) {
    return key.open(NAME, sealed).reveal().equals("Example Person");
  }

  private static Map<UUID, byte[]> keysOf(Map<UUID, byte[]> rows) throws SQLException {
    Map<UUID, byte[]> keys = new HashMap<>();
    try (Connection connection = SurvivorKeys.asOwner();
        PreparedStatement statement =
            connection.prepareStatement("select person_id, wrapped from person_key");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        UUID id = row.getObject(1, UUID.class);
        if (rows.containsKey(id)) {
          keys.put(id, row.getBytes(2));
        }
      }
    }
    return keys;
  }

  private static void putBack(Map<UUID, byte[]> keys) throws SQLException {
    try (Connection connection = SurvivorKeys.asOwner();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into person_key (person_id, wrapped) values (?, ?)")) {
      for (Map.Entry<UUID, byte[]> key : keys.entrySet()) {
        statement.setObject(1, key.getKey());
        statement.setBytes(2, key.getValue());
        statement.addBatch();
      }
      assertThat(statement.executeBatch()).hasSize(keys.size());
    }
  }

  private static Path file() {
    return SurvivorKeys.folder().resolve("tombstones.log");
  }
}
