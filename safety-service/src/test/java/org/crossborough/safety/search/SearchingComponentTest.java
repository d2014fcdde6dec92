package org.crossborough.safety.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.CAMDEN;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON;
import static org.crossborough.safety.driver.SafetyApi.MANAGER;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.safety.blindindex.BlindIndex;
import org.crossborough.safety.blindindex.Findable;
import org.crossborough.safety.driver.SafetyApi;
import org.crossborough.safety.driver.SurvivorKeys;
import org.crossborough.safety.vault.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchingComponentTest {

  private final String phone =
      "07700 %06d".formatted(ThreadLocalRandom.current().nextInt(900_000, 1_000_000));
  private final String surname = letters();

  @Inject BlindIndex index;

  @Test
  void she_is_found_by_her_whole_name_and_number_however_they_are_written() {
    UUID id = aCase(person("Ada " + surname, phone, "YES"));
    String international = "+44 " + phone.substring(1).replace(" ", "-");

    assertThat(found("{\"name\":\"%s ADA\"}".formatted(surname))).containsExactly(id.toString());
    assertThat(found("{\"phone\":\"%s\"}".formatted(international))).containsExactly(id.toString());
    assertThat(found("{\"name\":\"Ada\"}")).doesNotContain(id.toString());
    assertThat(found("{\"phone\":\"%s1\"}".formatted(phone))).isEmpty();
  }

  @Test
  void she_is_told_who_found_her_and_the_search_itself_is_written_down_without_its_words()
      throws SQLException {
    UUID id = aCase(person("Ada " + surname, phone, "YES"));

    assertThat(found("{\"name\":\"Ada %s\"}".formatted(surname))).hasSize(1);

    assertThat(
            as(WORKER)
                .get("/v1/survivor-cases/{id}/readings", id)
                .<List<String>>path("items.action"))
        .contains("FIND_SURVIVOR_CASE");
    assertThat(
            Psql.count("select count(*) from audit_entry where action = 'SEARCH_SURVIVOR_CASES'"))
        .isPositive();
    assertThat(
            Psql.count(
                "select count(*) from audit_entry where subject || purpose ilike '%"
                    + surname
                    + "%'"))
        .isZero();
  }

  @Test
  void a_name_she_took_later_finds_her_and_so_does_the_one_before() {
    UUID id = aCase(person("Ada " + surname, phone, "YES"));
    String changed = "{\"relationship\":\"EX_PARTNER\",\"name\":\"Ada New%s\"}".formatted(surname);
    assertThat(
            as(WORKER)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(changed)
                .put("/v1/survivor-cases/{id}/details", id)
                .statusCode())
        .isEqualTo(200);

    assertThat(found("{\"name\":\"Ada New%s\"}".formatted(surname))).containsExactly(id.toString());
    assertThat(found("{\"name\":\"Ada %s\"}".formatted(surname))).containsExactly(id.toString());
  }

  @Test
  void nobody_finds_a_case_of_another_team() throws SQLException {
    UUID id = aCase(person("Ada " + surname, phone, "YES").replace(ISLINGTON, CAMDEN));
    String member = SafetyApi.join(CAMDEN, "another-worker");
    try {
      assertThat(found("{\"name\":\"Ada %s\"}".formatted(surname))).isEmpty();
    } finally {
      SafetyApi.leave(CAMDEN, member);
    }
    assertThat(found("{\"name\":\"Ada %s\"}".formatted(surname))).containsExactly(id.toString());
  }

  @Test
  void whoever_searches_too_often_is_refused_whether_or_not_it_would_find() throws SQLException {
    try {
      asOwner(
          "insert into case_search select gen_random_uuid(), '%s', now()".formatted(MANAGER)
              + " from generate_series(1, 5000)");

      Response refused = search(MANAGER, "{\"name\":\"Nobody\"}");

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isEqualTo("3600");
      assertThat(search(WORKER, "{\"name\":\"Nobody\"}").statusCode()).isEqualTo(200);
    } finally {
      asOwner("delete from case_search");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"\"}",
        "{\"name\":\"Ada\",\"phone\":\"020 7946 0000\"}",
        "{\"word\":\"Ada\"}",
        "[]",
        "\"Ada\"",
        "{\"name\":7}"
      })
  void what_is_not_exactly_one_term_is_refused_and_not_repeated(String json) {
    Response refused = search(WORKER, json);

    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
    assertThat(refused.asString()).doesNotContain("Ada", "7946");
  }

  @Test
  void the_index_holds_no_word_of_her_and_goes_with_her_key() throws SQLException {
    UUID id = aCase(person("Ada " + surname, phone, "YES"));
    Object personId =
        Psql.rows("*", "select person_id from survivor_case where id = ?", id)
            .getFirst()
            .get("person_id");
    String entries = "select count(*) from person_search where person_id = '" + personId + "'";
    assertThat(inKeyStore(entries)).isEqualTo(2);

    try (Connection keys = SurvivorKeys.asService();
        Statement statement = keys.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "delete from person_key where person_id = '" + personId + "'"))
          .isEqualTo(1);
    }

    assertThat(inKeyStore(entries)).isZero();
    assertThat(found("{\"name\":\"Ada %s\"}".formatted(surname))).isEmpty();
  }

  @Test
  void under_a_new_key_she_is_found_as_before_and_the_key_before_tries_no_name_on_it()
      throws SQLException {
    UUID id = aCase(person("Ada " + surname, phone, "YES"));
    String hers = "from person_search where person_id = '%s'".formatted(personOf(id));
    long before = inKeyStore("select max(generation) " + hers);
    String copied =
        "select count(*) " + hers + " and token in (" + String.join(",", tokens(hers)) + ")";
    assertThat(inKeyStore(copied)).isEqualTo(2);

    for (int i = 0; i < 2; i++) {
      Response rotated = rotate(MANAGER);
      assertThat(rotated.statusCode()).as(rotated.asString()).isEqualTo(200);
      assertThat(rotated.<Integer>path("reindexed")).isPositive();
      assertThat(found("{\"name\":\"Ada %s\"}".formatted(surname))).containsExactly(id.toString());
      assertThat(found("{\"phone\":\"%s\"}".formatted(phone))).containsExactly(id.toString());
    }

    assertThat(inKeyStore("select min(generation) " + hers)).isEqualTo(before + 2);
    assertThat(inKeyStore(copied)).isZero();
    assertThat(rotate(WORKER).statusCode()).isEqualTo(403);
  }

  @Test
  void whoever_was_written_under_the_key_before_is_found_and_put_under_the_new_one()
      throws SQLException {
    UUID id = aCase(person("Ada " + surname, phone, "YES"));
    String hers = "from person_search where person_id = '%s'".formatted(personOf(id));
    List<String> old = tokens(hers);
    long generation = inKeyStore("select max(generation) " + hers);
    assertThat(rotate(MANAGER).statusCode()).isEqualTo(200);
    // One of them late, as by a process that had begun before, and one of them twice.
    inKeyStoreRun("delete " + hers + " and token not in (select max(token) " + hers + ")");
    for (String token : old) {
      inKeyStoreRun(
          "insert into person_search (token, generation, person_id) values (%s, %d, '%s')"
              .formatted(token, generation, personOf(id)));
    }

    assertThat(found("{\"name\":\"Ada %s\"}".formatted(surname))).containsExactly(id.toString());
    assertThat(found("{\"phone\":\"%s\"}".formatted(phone))).containsExactly(id.toString());
    assertThat(rotate(MANAGER).statusCode()).isEqualTo(200);

    assertThat(inKeyStore("select count(*) " + hers)).isEqualTo(2);
    assertThat(inKeyStore("select min(generation) " + hers)).isEqualTo(generation + 2);
    assertThat(found("{\"name\":\"Ada %s\"}".formatted(surname))).containsExactly(id.toString());
    assertThat(found("{\"phone\":\"%s\"}".formatted(phone))).containsExactly(id.toString());
  }

  @Test
  void nobody_is_missed_while_the_key_is_changed() throws Exception {
    UUID id = aCase(person("Ada " + surname, phone, "YES"));
    BlindIndex.Term name = new BlindIndex.Term(Findable.NAME, Secret.of("Ada " + surname));
    UUID personId = UUID.fromString(personOf(id));

    try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
      Future<?> rotating =
          hands.submit(() -> {
            for (int i = 0; i < 5; i++) {
              assertThat(rotate(MANAGER).statusCode()).isEqualTo(200);
            }
          });
      do {
        assertThat(index.find(name)).containsExactly(personId);
      } while (!rotating.isDone());
      var _ = rotating.get();
    }
  }

  private static Response rotate(String who) {
    return as(who)
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/v1/vault-keys/search-key/rotation");
  }

  private static String personOf(UUID caseId) throws SQLException {
    return String.valueOf(
        Psql.rows("*", "select person_id from survivor_case where id = ?", caseId)
            .getFirst()
            .get("person_id"));
  }

  /** What somebody has who copied the index, written for a query. */
  private static List<String> tokens(String from) throws SQLException {
    List<String> tokens = new ArrayList<>();
    try (Connection keys = SurvivorKeys.asService();
        Statement statement = keys.createStatement();
        ResultSet row = statement.executeQuery("select encode(token, 'hex') " + from)) {
      while (row.next()) {
        tokens.add("'\\x%s'".formatted(row.getString(1)));
      }
    }
    return tokens;
  }

  private static void inKeyStoreRun(String sql) throws SQLException {
    try (Connection keys = SurvivorKeys.asOwner();
        Statement statement = keys.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  private static List<String> found(String json) {
    Response answer = search(WORKER, json);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.path("items.id");
  }

  private static Response search(String who, String json) {
    return as(who)
        .header("X-Purpose", "SUPPORT_CALL")
        .contentType(ContentType.JSON)
        .body(json)
        .post("/v1/survivor-case-searches");
  }

  private static long inKeyStore(String count) throws SQLException {
    try (Connection keys = SurvivorKeys.asService();
        Statement statement = keys.createStatement();
        ResultSet row = statement.executeQuery(count)) {
      return row.next() ? row.getLong(1) : -1;
    }
  }

  private static void asOwner(String sql) throws SQLException {
    try (Connection connection = Psql.asOwner();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("alter table case_search no force row level security");
      statement.execute(sql);
      statement.execute("alter table case_search force row level security");
      connection.commit();
    }
  }

  /** A name that nobody else in these tests has. */
  private static String letters() {
    return ThreadLocalRandom.current()
        .ints(12, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
