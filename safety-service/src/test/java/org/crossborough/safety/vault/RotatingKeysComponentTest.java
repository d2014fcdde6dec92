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
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.crossborough.safety.driver.SurvivorKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class RotatingKeysComponentTest {

  private static final SealedField NAME = new SealedField("name", 1);
  private static final SealedField LATER = new SealedField("name", 2);

  @Inject Vault vault;
  @Inject KeyStore store;
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

    assertThat(rotation.rotate().rewrapped()).isGreaterThanOrEqualTo(21);
    assertThat(rotation.rotate().rewrapped()).isGreaterThanOrEqualTo(21);

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
    assertThat(wrapping.ids()).containsExactly(wrapping.id());
  }

  @Test
  void the_key_file_of_today_opens_no_copy_of_the_key_store_from_before_a_rotation()
      throws Exception {
    UUID id = UUID.randomUUID();
    var _ = vault.newKey(id);
    byte[] copied = wrapped(id);

    assertThat(rotation.rotate().retired()).isPositive();

    assertThatThrownBy(() -> wrapping.unwrap(id, copied)).isInstanceOf(BrokenSealException.class);
    assertThat(vault.key(id)).isPresent();
  }

  @Test
  void no_key_is_retired_that_somebody_is_writing_under() throws Exception {
    UUID id = UUID.randomUUID();
    CountDownLatch wrapped = new CountDownLatch(1);
    CountDownLatch mayKeep = new CountDownLatch(1);
    int under = wrapping.id();
    try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
      Future<?> writer =
          hands.submit(() ->
              store.writing(connection -> {
                KeyEncryptionKey.Wrapped key = wrapping.newWrappedKey(id);
                wrapped.countDown();
                await(mayKeep);
                keep(connection, id, key);
                return id;
              }));
      await(wrapped);
      wrapping.rotate();
      Future<Integer> retired = hands.submit(rotation::retire);
      awaitSomebodyWaiting();
      assertThat(wrapping.ids()).contains(under);

      mayKeep.countDown();
      assertThat(writer.get()).isEqualTo(id);
      var _ = retired.get();
    }

    assertThat(vault.key(id)).isPresent();
    assertThat(rotation.rewrap()).isPositive();
    assertThat(rotation.retire()).isPositive();
    assertThat(wrapping.ids()).containsExactly(wrapping.id());
    assertThat(vault.key(id)).isPresent();
  }

  @Test
  void a_row_that_does_not_say_what_it_is_under_keeps_every_key() throws Exception {
    UUID id = UUID.randomUUID();
    KeyEncryptionKey.Wrapped old = wrapping.newWrappedKey(id);
    wrapping.rotate();
    keep(id, old);
    execute("update person_key set wrapped_by = null where person_id = '" + id + "'");

    assertThat(rotation.retire()).isZero();
    assertThat(vault.key(id)).isPresent();

    assertThat(rotation.rewrap()).isPositive();
    assertThat(rotation.retire()).isPositive();
    assertThat(vault.key(id)).isPresent();
  }

  @Test
  void marks_under_a_key_keep_it_until_they_are_sealed_anew() throws Exception {
    UUID id = UUID.randomUUID();
    var _ = vault.newKey(id);
    byte[] value =
        QuarkusTransaction.requiringNew().call(() -> key(id).seal(LATER, Secret.of("After")));
    int under = wrapping.id();
    String late = text("select encode(marks, 'hex') from person_key where person_id = '%s'", id);
    wrapping.rotate();
    assertThat(rotation.rewrap()).isPositive();
    execute(
        "update person_key set marks = '\\x%s', marks_by = %d where person_id = '%s'"
            .formatted(late, under, id));

    var _ = rotation.retire();
    assertThat(wrapping.ids()).contains(under);
    assertThat(key(id).open(LATER, value).reveal()).isEqualTo("After");

    assertThat(rotation.rewrap()).isPositive();
    assertThat(rotation.retire()).isPositive();
    assertThat(key(id).open(LATER, value).reveal()).isEqualTo("After");
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
  void many_rotations_at_once_lose_nobody_who_is_taken_in_changed_or_read_meanwhile()
      throws Exception {
    Map<UUID, byte[]> values = new ConcurrentHashMap<>();
    UUID changed = UUID.randomUUID();
    AtomicReference<byte[]> last =
        new AtomicReference<>(vault.newKey(changed).seal(NAME, Secret.of("Version 1")));
    List<Callable<?>> works = new ArrayList<>();
    for (int hand = 0; hand < 4; hand++) {
      works.add(() -> rotation.rotate());
      works.add(() -> {
        UUID id = UUID.randomUUID();
        return values.put(id, vault.newKey(id).seal(NAME, Secret.of("Example Person")));
      });
    }
    AtomicInteger version = new AtomicInteger(1);
    works.add(() -> {
      SealedField next = new SealedField("name", version.incrementAndGet());
      last.set(
          QuarkusTransaction.requiringNew()
              .call(() -> key(changed).seal(next, Secret.of("Version " + next.version()))));
      return next;
    });
    works.add(() -> key(changed));

    eachTenTimesAtOnce(works);

    assertThat(values).hasSize(40);
    values.forEach(
        (id, value) -> assertThat(key(id).open(NAME, value).reveal()).isEqualTo("Example Person"));
    assertThat(key(changed).open(new SealedField("name", 11), last.get()).reveal())
        .isEqualTo("Version 11");
    var _ = rotation.rotate();
    assertThat(wrapping.ids()).containsExactly(wrapping.id());
    values.forEach(
        (id, value) -> assertThat(key(id).open(NAME, value).reveal()).isEqualTo("Example Person"));
    assertThat(key(changed).open(new SealedField("name", 11), last.get()).reveal())
        .isEqualTo("Version 11");
  }

  @Test
  void a_manager_rotates_and_a_worker_does_not() {
    var _ = vault.newKey(UUID.randomUUID());
    Response rotated = rotate(MANAGER);

    assertThat(rotated.statusCode()).as(rotated.asString()).isEqualTo(200);
    assertThat(rotated.<Integer>path("rewrapped")).isPositive();
    assertThat(rotate(WORKER).statusCode()).isEqualTo(403);
  }

  private static void eachTenTimesAtOnce(List<Callable<?>> works) throws Exception {
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService hands = Executors.newFixedThreadPool(works.size())) {
      for (Callable<?> work : works) {
        all.add(
            hands.submit(() -> {
              for (int i = 0; i < 10; i++) {
                var _ = work.call();
              }
              return work;
            }));
      }
      for (Future<?> one : all) {
        var _ = one.get();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** Waits until whoever wants to retire keys stands behind whoever is writing. */
  private static void awaitSomebodyWaiting() {
    Awaitility.await()
        .until(() ->
            count(
                    "select count(*) from pg_locks where locktype = 'advisory' and objid = 4803717"
                        + " and not granted")
                > 0);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection keys = SurvivorKeys.asOwner();
        Statement statement = keys.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
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
    try (Connection keys = SurvivorKeys.asService()) {
      keep(keys, id, key);
    }
  }

  private static void keep(Connection keys, UUID id, KeyEncryptionKey.Wrapped key)
      throws SQLException {
    try (var insert =
        keys.prepareStatement(
            "insert into person_key (person_id, wrapped, wrapped_by) values (?, ?, ?)")) {
      insert.setObject(1, id);
      insert.setBytes(2, key.key());
      insert.setInt(3, key.wrappedBy());
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
  }

  private static String text(String sql, UUID id) throws SQLException {
    try (Connection keys = SurvivorKeys.asService();
        Statement statement = keys.createStatement();
        ResultSet row = statement.executeQuery(sql.formatted(id))) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
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
