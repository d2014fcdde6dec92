package org.crossborough.safety.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crossborough.safety.driver.SafetyApi.MANAGER;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossborough.safety.driver.SurvivorKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class RotatingKeysComponentTest {

  private static final SealedField NAME = new SealedField("name", 1);
  private static final SealedField LATER = new SealedField("name", 2);

  @Inject Vault vault;
  @Inject KeyRotation rotation;
  @Inject KeyEncryptionKey wrapping;

  @Test
  void after_two_rotations_every_value_opens_and_the_first_key_opens_nothing(@TempDir Path folder)
      throws Exception {
    Map<UUID, byte[]> values = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      UUID id = UUID.randomUUID();
      values.put(id, vault.newKey(id).seal(NAME, Secret.of("Example Person")));
    }
    UUID marked = UUID.randomUUID();
    byte[] before = vault.newKey(marked).seal(NAME, Secret.of("Before"));
    byte[] after =
        QuarkusTransaction.requiringNew().call(() -> key(marked).seal(LATER, Secret.of("After")));
    KeyEncryptionKey stolen = stolen(folder);
    int first = wrapping.id();

    assertThat(rotation.rotate()).isGreaterThanOrEqualTo(21);
    assertThat(rotation.rotate()).isGreaterThanOrEqualTo(21);

    assertThat(wrapping.id()).isNotEqualTo(first);
    assertThat(count("select count(*) from person_key where wrapped_by <> " + wrapping.id()))
        .isZero();
    values.forEach(
        (id, value) -> assertThat(key(id).open(NAME, value).reveal()).isEqualTo("Example Person"));
    assertThat(key(marked).open(LATER, after).reveal()).isEqualTo("After");
    assertThatThrownBy(() -> key(marked).open(NAME, before))
        .isInstanceOf(BrokenSealException.class);
    assertThatThrownBy(() -> stolen.unwrap(marked, wrapped(marked)))
        .isInstanceOf(BrokenSealException.class);
  }

  @Test
  void what_another_process_wrapped_under_the_key_before_still_opens_and_is_wrapped_anew()
      throws Exception {
    UUID late = UUID.randomUUID();
    KeyEncryptionKey.Wrapped old = wrapping.newWrappedKey(late);
    wrapping.rotate();
    byte[] value = wrapping.unwrap(late, old.key()).seal(NAME, Secret.of("Late"));
    keep(late, old);

    assertThat(key(late).open(NAME, value).reveal()).isEqualTo("Late");
    assertThat(rotation.rewrap()).isPositive();

    assertThat(count("select wrapped_by from person_key where person_id = '" + late + "'"))
        .isEqualTo(wrapping.id());
    assertThat(key(late).open(NAME, value).reveal()).isEqualTo("Late");
  }

  @Test
  void many_rotations_at_once_lose_nobody_who_is_taken_in_meanwhile() throws Exception {
    Map<UUID, byte[]> values = new ConcurrentHashMap<>();
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService hands = Executors.newFixedThreadPool(8)) {
      for (int hand = 0; hand < 8; hand++) {
        boolean rotates = hand % 2 == 0;
        all.add(
            hands.submit(() -> {
              for (int i = 0; i < 10; i++) {
                if (rotates) {
                  var _ = rotation.rotate();
                } else {
                  UUID id = UUID.randomUUID();
                  values.put(id, vault.newKey(id).seal(NAME, Secret.of("Example Person")));
                }
              }
            }));
      }
      for (Future<?> one : all) {
        var _ = one.get();
      }
    }

    assertThat(values).hasSize(40);
    values.forEach(
        (id, value) -> assertThat(key(id).open(NAME, value).reveal()).isEqualTo("Example Person"));
  }

  @Test
  void a_manager_rotates_and_a_worker_does_not() {
    var _ = vault.newKey(UUID.randomUUID());
    Response rotated = rotate(MANAGER);

    assertThat(rotated.statusCode()).as(rotated.asString()).isEqualTo(200);
    assertThat(rotated.<Integer>path("rewrapped")).isPositive();
    assertThat(rotate(WORKER).statusCode()).isEqualTo(403);
  }

  private static Response rotate(String who) {
    return as(who).contentType(ContentType.JSON).body("{}").post("/v1/vault-keys/rotation");
  }

  private PersonalKey key(UUID id) {
    return vault.key(id).orElseThrow();
  }

  /** What somebody has who copied the key file before. */
  private KeyEncryptionKey stolen(Path folder) throws Exception {
    Path copied = folder.resolve("key-encryption-key.json");
    Files.copy(SurvivorKeys.folder().resolve("key-encryption-key.json"), copied);
    return new KeyEncryptionKey(new KeyFolder(() -> folder));
  }

  private static byte[] wrapped(UUID id) throws SQLException {
    try (Connection keys = SurvivorKeys.asService();
        Statement statement = keys.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select wrapped from person_key where person_id = '" + id + "'")) {
      assertThat(row.next()).isTrue();
      return row.getBytes(1);
    }
  }

  private static void keep(UUID id, KeyEncryptionKey.Wrapped key) throws SQLException {
    try (Connection keys = SurvivorKeys.asService();
        var insert =
            keys.prepareStatement(
                "insert into person_key (person_id, wrapped, wrapped_by) values (?, ?, ?)")) {
      insert.setObject(1, id);
      insert.setBytes(2, key.key());
      insert.setInt(3, key.wrappedBy());
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
  }

  private static long count(String sql) throws SQLException {
    try (Connection keys = SurvivorKeys.asService();
        Statement statement = keys.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : -1;
    }
  }
}
