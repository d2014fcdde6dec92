package org.crossborough.safety.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.attempt;
import static org.crossborough.safety.driver.SafetyApi.call;
import static org.crossborough.safety.driver.SafetyApi.person;
import static org.crossborough.safety.driver.SafetyApi.read;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.audit.AuditVerification;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.local.TestInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SealedRecordsComponentTest {

  private static final List<String> SURVIVOR_TABLES =
      List.of(
          "at_risk_person",
          "contact_point",
          "survivor_case",
          "survivor_case_status_change",
          "contact_task");

  @Test
  void a_name_moved_to_another_person_does_not_open() throws Exception {
    UUID ada = aCase(person("Ada Example", "020 7946 0040", "YES"));
    UUID eve = aCase(person("Eve Example", "020 7946 0041", "YES"));
    tamper(
        """
        update at_risk_person set name = (select name from at_risk_person where id = %s)
        where id = %s
        """
            .formatted(personOf(eve), personOf(ada)));

    assertClosed(read(ada), "Eve", "Ada");
    assertThat(read(eve).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update at_risk_person set name = relationship where id = %s",
        "update at_risk_person set details_version = 2 where id = %s",
        "update at_risk_person set name = set_byte(name, 20, get_byte(name, 20) # 1) where id = %s",
        "update contact_point set value = (select name from at_risk_person where id = person_id)"
            + " where person_id = %s"
      })
  void a_value_that_was_moved_or_changed_does_not_open(String tampering) throws Exception {
    UUID id = aCase(person("Ada Example", "020 7946 0042", "YES"));
    tamper(tampering.formatted(personOf(id)));

    assertClosed(read(id), "Ada", "7946");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void details_that_were_rolled_back_do_not_open(int versionsTakenAway) throws Exception {
    UUID id = aCase(person("Ada Example", "020 7946 0045", "YES"));
    for (String name : List.of("Ada Second", "Ada Third")) {
      assertThat(
              as(WORKER)
                  .header("If-Match", "*")
                  .contentType(ContentType.JSON)
                  .body("{\"relationship\":\"EX_PARTNER\",\"name\":\"%s\"}".formatted(name))
                  .put("/v1/survivor-cases/{id}/details", id)
                  .statusCode())
          .isEqualTo(200);
    }
    assertThat(read(id).<String>path("name")).isEqualTo("Ada Third");

    asOwner(
        "alter table person_details_version no force row level security",
        "delete from person_details_version where version > %d and person_id = %s"
            .formatted(3 - versionsTakenAway, personOf(id)),
        "alter table person_details_version force row level security");

    assertClosed(read(id), "Ada", "7946");
  }

  @Test
  void without_a_record_of_the_reading_there_is_no_reading() throws Exception {
    UUID id = aCase(person("Ada Example", "020 7946 0043", "YES"));

    asOwner("revoke insert on audit_entry from safety");
    try {
      Response blocked = read(id);
      assertThat(blocked.statusCode()).isEqualTo(503);
      assertThat(blocked.asString()).doesNotContain("Ada", "7946");
    } finally {
      asOwner("grant insert on audit_entry to safety");
    }

    assertThat(read(id).statusCode()).isEqualTo(200);
    try (Connection connection = Psql.asService()) {
      assertThat(AuditVerification.of(connection).fault()).isNull();
    }
  }

  @Test
  void the_record_of_a_reading_stands_though_nothing_could_be_read() throws Exception {
    UUID id = aCase(person("Ada Example", "020 7946 0046", "YES"));
    tamper("update at_risk_person set name = relationship where id = " + personOf(id));

    assertClosed(read(id), "Ada", "7946");

    String recorded =
        "select 1 from audit_entry where action = 'READ_SURVIVOR_CASE' and outcome = 'DISCLOSED'"
            + " and subject = ?";
    assertThat(Psql.rows("*", recorded, id.toString())).hasSize(1);
  }

  @Test
  void destroying_her_key_makes_her_unknown_like_anybody_else() throws Exception {
    UUID id = aCase(person("Ada Example", "020 7946 0044", "YES"));
    String personId = personOf(id);

    inKeyStore("delete from person_key where person_id = %s".formatted(personId));
    Response erased = read(id);
    Response unknown = read(UUID.randomUUID());

    assertThat(erased.statusCode()).isEqualTo(404);
    assertThat(told(erased)).isEqualTo(told(unknown));
    assertThat(Psql.count("select count(*) from at_risk_person where id = %s".formatted(personId)))
        .isEqualTo(1);
  }

  @Test
  void a_transaction_bound_to_a_borough_and_the_tables_owner_see_no_survivor() throws Exception {
    Response moved = attempt(aCase(), call("2026-01-14", "NO_ANSWER"));
    assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(201);

    for (String table : SURVIVOR_TABLES) {
      String count = "select count(*) as n from " + table;
      assertThat(Psql.count(count)).as(table).isPositive();
      assertThat(Psql.rows(ISLINGTON, count).getFirst().get("n")).as(table).isEqualTo(0L);
      assertThat(Psql.rows("", count).getFirst().get("n")).as(table).isEqualTo(0L);
      try (Connection owner = Psql.asOwner();
          Statement statement = owner.createStatement();
          var row = statement.executeQuery(count)) {
        assertThat(row.next()).isTrue();
        assertThat(row.getLong(1)).as(table).isZero();
      }
    }
  }

  @Test
  void the_service_itself_can_neither_rewrite_nor_delete_her() {
    assertThatThrownBy(() -> asService("update at_risk_person set name = ''"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> asService("delete from survivor_case"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> asService("update contact_attempt set outcome = 'NO_ANSWER'"))
        .hasMessageContaining("permission denied");
  }

  private static void assertClosed(Response answer, String... values) {
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.<String>path("type")).isEqualTo("/problems/request/unexpected");
    assertThat(answer.asString()).doesNotContain(values);
  }

  private static Map<String, Object> told(Response answer) {
    Map<String, Object> body = answer.path("$");
    body.remove("correlationId");
    return body;
  }

  private static String personOf(UUID caseId) throws SQLException {
    Map<String, Object> row =
        Psql.rows("*", "select person_id from survivor_case where id = ?", caseId).getFirst();
    return "'" + row.get("person_id") + "'";
  }

  /** Tampers as only the owner of the tables could, who has to open them to herself first. */
  private static void tamper(String sql) throws SQLException {
    String open = "alter table %s no force row level security";
    String close = "alter table %s force row level security";
    asOwner(
        open.formatted("at_risk_person"),
        open.formatted("contact_point"),
        sql,
        close.formatted("at_risk_person"),
        close.formatted("contact_point"));
  }

  private static void asService(String sql) throws SQLException {
    run(Psql.asService(), sql);
  }

  private static void asOwner(String... sql) throws SQLException {
    run(Psql.asOwner(), sql);
  }

  private static void inKeyStore(String sql) throws SQLException {
    Map<String, String> environment = TestInfrastructure.shared().environmentOf("safety");
    run(
        DriverManager.getConnection(
            environment.get("KEYS_DATABASE_URL"),
            environment.get("KEYS_DATABASE_OWNER_USERNAME"),
            environment.get("KEYS_DATABASE_OWNER_PASSWORD")),
        sql);
  }

  private static void run(Connection opened, String... commands) throws SQLException {
    try (Connection connection = opened;
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String command : commands) {
        statement.execute(command);
      }
      connection.commit();
    }
  }
}
