package org.crossborough.referral.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.OFFICER;
import static org.crossborough.referral.testing.ReferralApi.aName;
import static org.crossborough.referral.testing.ReferralApi.aReferralForm;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.get;
import static org.crossborough.referral.testing.ReferralApi.move;
import static org.crossborough.referral.testing.ReferralApi.moved;
import static org.crossborough.referral.testing.ReferralApi.upkeepIsDone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ParticipantEvent.ParticipantErased;
import org.crossborough.contracts.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasingAManComponentTest {

  @Test
  void an_erased_man_is_in_no_column_of_any_table_and_others_are_told() throws SQLException {
    String name = aName();
    String id = aDeclinedManNamed(name);
    UUID person = personOf(id);
    upkeepIsDone();
    assertThat(tablesThatContain(name)).isNotEmpty();

    Response erased = erase(id);

    moved(erased);
    assertThat(erased.jsonPath().getString("erasedAt")).isNotBlank();
    upkeepIsDone();
    assertThat(tablesThatContain(name)).isEmpty();
    assertThat(tablesThatContain("EP-" + name)).isEmpty();
    ParticipantErased told =
        Wire.await(ParticipantErased.class, event -> event.personId().equals(person));
    assertThat(told.personId()).isEqualTo(person);
    List<ConsumerRecord<byte[], byte[]>> records =
        Wire.records(Topic.REFERRAL_PARTICIPANTS).stream()
            .filter(r -> new String(r.key(), StandardCharsets.UTF_8).equals(person.toString()))
            .toList();
    assertThat(records.getLast().value()).as("a tombstone").isNull();
  }

  @Test
  void whatever_was_said_of_him_later_goes_as_well() throws SQLException {
    String name = aName();
    String id = imported(aFullFormOf(name));
    moved(move(COORDINATOR, id, "triage", "{}"));
    moved(move(COORDINATOR, id, "amendments", amendment("client.givenName", name, name)));
    var _ = created(move(COORDINATOR, id, "assessment-appointments", anAppointmentAt(name)));
    moved(
        move(
            ASSESSOR,
            id,
            "assessments",
            """
            {"assessedOn":"2026-01-12","result":"NOT_SUITABLE",
             "confidentialityAgreement":{"version":"1","signedOn":"2026-01-12","explainedBy":"%s"}}
            """
                .formatted(name)));
    var _ =
        created(
            move(
                COORDINATOR,
                id,
                "receipt-exceptions",
                "{\"code\":\"PARTNER_DECEASED\",\"reason\":\"%s said so\"}".formatted(name)));
    moved(move(COORDINATOR, id, "decline", "{\"reasonCode\":\"NO_CAPACITY\"}"));
    upkeepIsDone();
    assertThat(tablesThatContain(name))
        .contains(
            "referral",
            "referral_amendment",
            "referral_import_row",
            "assessment_appointment",
            "confidentiality_agreement",
            "exception_to_receipt");

    moved(erase(id));

    upkeepIsDone();
    assertThat(tablesThatContain(name)).isEmpty();
  }

  @Test
  void an_erased_referral_is_neither_put_right_nor_told_of_again() throws SQLException {
    String id = aDeclinedManNamed(aName());
    UUID person = personOf(id);
    moved(erase(id));
    String sent = "select count(*) from outbox where key = ?";
    long before = Psql.count(sent, person);

    Response refused =
        move(COORDINATOR, id, "amendments", amendment("client.givenName", "Demo", "A mistake"));

    assertRefused(refused, 409, "referral/erased");
    assertThat(Psql.count(sent, person)).isEqualTo(before);
    assertThat(
            Psql.count(
                "select count(*) from referral_amendment where referral_id = ?",
                UUID.fromString(id)))
        .isZero();
  }

  @Test
  void what_names_nobody_stays_for_figures() {
    String id = aDeclinedManNamed(aName());
    String reference = get(COORDINATOR, id).jsonPath().getString("reference");

    moved(erase(id));

    Response left = get(ISLINGTON, id);
    assertThat(left.jsonPath().getMap("")).doesNotContainKey("client");
    assertThat(left.jsonPath().getString("status")).isEqualTo("DECLINED");
    assertThat(left.jsonPath().getString("referralDate")).isEqualTo("2026-01-06");
    assertThat(left.jsonPath().getString("reference")).isEqualTo(reference);
    assertThat(
            as(COORDINATOR)
                .get("/v1/referrals/" + id + "/history")
                .jsonPath()
                .getList("reasonCode"))
        .contains("NO_CAPACITY");
    assertRefused(
        move(COORDINATOR, id, "decline", "{\"reasonCode\":\"NO_CAPACITY\"}"),
        409,
        "referral/erased");
  }

  @Test
  void erasing_again_changes_nothing() throws SQLException {
    String id = aDeclinedManNamed(aName());
    moved(erase(id));
    String first = get(COORDINATOR, id).asString();

    moved(erase(id));

    assertThat(get(COORDINATOR, id).asString()).isEqualTo(first);
    assertThat(
            Psql.count(
                "select count(*) from audit_entry where action = 'ERASE' and subject = ?",
                "referral:" + id))
        .isEqualTo(1);
  }

  @Test
  void a_repeat_of_an_old_request_no_longer_tells_who_he_was() {
    String name = aName();
    ObjectNode form = formOf(name);
    String key = UUID.randomUUID().toString();
    String id = created(create(key, form));
    decline(id);

    moved(erase(id));

    assertThat(create(key, form).asString()).doesNotContain(name);
  }

  @Test
  void an_open_referral_is_not_erased() {
    String id = created(create(UUID.randomUUID().toString(), formOf(aName())));

    assertRefused(erase(id), 409, "rights/still-open");
  }

  @Test
  void a_legal_hold_keeps_everything_until_it_is_lifted() throws Exception {
    String name = aName();
    String id = aDeclinedManNamed(name);
    Response held =
        post(id, "legal-holds", "{\"reasonCode\":\"DEATH_REVIEW\",\"note\":\"Review 2026/3\"}");
    moved(held);
    String hold = held.jsonPath().getString("[0].id");

    assertRefused(erase(id), 409, "rights/legal-hold");
    assertRefused(
        post(id, "legal-holds", "{\"reasonCode\":\"INQUIRY\"}"), 409, "rights/already-on-hold");
    assertThatThrownBy(() ->
            sql(
                "update referral set erased_at = now(), given_name = null, family_name = null,"
                    + " date_of_birth = null, phone = null, postcode = null, nhs_number = null"
                    + " where id = '%s'".formatted(id)))
        .as("the database itself")
        .hasMessageContaining("legal hold");
    moved(post(id, "legal-holds/" + hold + "/lifting", "{\"reason\":\"The review is published\"}"));
    assertRefused(
        post(id, "legal-holds/" + hold + "/lifting", "{\"reason\":\"Again\"}"),
        409,
        "rights/already-lifted");

    moved(erase(id));
  }

  @Test
  void a_programme_file_is_not_erased_on_request_before_its_time() throws Exception {
    String id = aDeclinedManNamed(aName());
    sql(
        "insert into known_enrolment (enrolment_id, referral_id, borough_code, started_on, ending,"
            + " ended_on) values ('%s', '%s', 'E09000019', '2026-02-02', 'COMPLETED', '2026-06-30')"
                .formatted(UUID.randomUUID(), id));

    Response refused = erase(id);

    assertRefused(refused, 409, "rights/retention-required");
    assertThat(refused.jsonPath().getString("detail")).contains("2033-06-30");
  }

  @Test
  void what_is_due_is_listed_and_kept_or_destroyed_by_a_person() throws Exception {
    String due = aDeclinedManNamed(aName());
    String notDue = aDeclinedManNamed(aName());
    sql("update referral set ended_at = '2023-01-10T10:00:00Z' where id = '%s'".formatted(due));
    assertThat(dueIds()).contains(due).doesNotContain(notDue);

    assertRefused(
        review(notDue, "{\"decision\":\"DESTROY\",\"reason\":\"Demo\"}"), 409, "rights/not-due");
    assertViolated(
        review(due, "{\"decision\":\"KEEP\",\"keepUntil\":\"2020-01-01\",\"reason\":\"Demo\"}"),
        "keepUntil",
        "NOT_IN_FUTURE");
    moved(
        review(
            due,
            "{\"decision\":\"KEEP\",\"keepUntil\":\"2999-01-01\",\"reason\":\"A complaint\"}"));
    assertThat(dueIds()).doesNotContain(due);
    assertRefused(
        review(due, "{\"decision\":\"DESTROY\",\"reason\":\"Demo\"}"), 409, "rights/not-due");
    asOwner(
        "update retention_decision set keep_until = '2024-01-01' where referral_id = '%s'"
            .formatted(due));

    Response destroyed = review(due, "{\"decision\":\"DESTROY\",\"reason\":\"Time is over\"}");

    moved(destroyed);
    assertThat(destroyed.jsonPath().getString("erasedAt")).isNotBlank();
    assertThat(dueIds()).doesNotContain(due);
    assertThat(get(COORDINATOR, due).jsonPath().getMap("")).doesNotContainKey("client");
  }

  @Test
  void rights_are_the_officers_alone_and_need_the_version_that_was_seen() {
    String id = aDeclinedManNamed(aName());

    for (String caller : List.of(ISLINGTON, COORDINATOR)) {
      assertRefused(move(caller, id, "erasure", "{}"), 403, "request/forbidden");
      assertRefused(move(caller, id, "retention-review", "{}"), 403, "request/forbidden");
      assertRefused(move(caller, id, "legal-holds", "{}"), 403, "request/forbidden");
      assertRefused(as(caller).get("/v1/retention-reviews"), 403, "request/forbidden");
      assertRefused(as(caller).get("/v1/referrals/" + id + "/retention"), 403, "request/forbidden");
    }
    assertRefused(
        as(OFFICER)
            .header("Idempotency-Key", UUID.randomUUID())
            .body("{}")
            .post("/v1/referrals/" + id + "/erasure"),
        428,
        "request/precondition-required");
    assertRefused(
        as(OFFICER)
            .header("Idempotency-Key", UUID.randomUUID())
            .header("If-Match", "\"77\"")
            .body("{}")
            .post("/v1/referrals/" + id + "/erasure"),
        412,
        "request/stale");
  }

  @Test
  void no_borough_reads_holds_and_decisions() throws SQLException {
    for (String table : List.of("legal_hold", "retention_decision")) {
      assertThat(Psql.rows("E09000019", "select * from " + table)).as(table).isEmpty();
    }
  }

  private static String aDeclinedManNamed(String name) {
    String id = created(create(UUID.randomUUID().toString(), formOf(name)));
    decline(id);
    return id;
  }

  private static void decline(String id) {
    moved(move(COORDINATOR, id, "triage", "{}"));
    moved(move(COORDINATOR, id, "decline", "{\"reasonCode\":\"NO_CAPACITY\"}"));
  }

  private static ObjectNode formOf(String name) {
    ObjectNode form = aReferralForm(ISLINGTON);
    form.put("externalReference", "X-" + name).put("treatmentEpisodeRef", "EP-" + name);
    form.put("riskNotes", name + " was loud at reception");
    ((ObjectNode) form.get("client")).put("familyName", name).remove("nhsNumber");
    return form;
  }

  private static ObjectNode aFullFormOf(String name) {
    ObjectNode form = formOf(name);
    form.put("referrerName", name)
        .put("keyworker", name)
        .put("adjustments", name + " needs a ramp");
    ((ObjectNode) form.get("client"))
        .put("email", name + "@example.org")
        .put("address", name + " House");
    return form;
  }

  /** What an import keeps of a row that became a referral. */
  private static String imported(ObjectNode form) throws SQLException {
    String id = created(create(UUID.randomUUID().toString(), form));
    UUID made = UUID.randomUUID();
    sql(
        """
        with made as (
          insert into referral_import (id, borough_code, client, submitted_by, format, row_count,
            created_at, finished_at)
          values ('%s', 'E09000019', 'test', 'test', 'NDJSON', 1, now(), now()) returning id)
        insert into referral_import_row (import_id, number, borough_code, outcome,
          external_reference, referral_id)
        select id, 1, 'E09000019', 'CREATED', '%s', '%s' from made
        """
            .formatted(made, form.get("externalReference").asText(), id));
    return id;
  }

  private static String amendment(String field, String value, String reason) {
    return "{\"changes\":[{\"field\":\"%s\",\"value\":\"%s\"}],\"reason\":\"%s\"}"
        .formatted(field, value, reason);
  }

  private static String anAppointmentAt(String place) {
    return "{\"startsAt\":\"%s\",\"place\":\"%s\",\"format\":\"PHONE\"}"
        .formatted(Instant.now().plus(Duration.ofDays(1)), place);
  }

  private static Response create(String key, ObjectNode form) {
    return as(ISLINGTON).header("Idempotency-Key", key).body(form.toString()).post("/v1/referrals");
  }

  private static Response erase(String id) {
    return post(id, "erasure", "{}");
  }

  private static Response review(String id, String body) {
    return post(id, "retention-review", body);
  }

  private static Response post(String id, String path, String body) {
    return move(OFFICER, id, path, body);
  }

  private static List<String> dueIds() {
    Response answer = as(OFFICER).get("/v1/retention-reviews?limit=100");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath().getList("items.referralId", String.class);
  }

  private static UUID personOf(String id) throws SQLException {
    String sql = "select person_id from referral where id = ?";
    Map<String, Object> row = Psql.rows("*", sql, UUID.fromString(id)).getFirst();
    return UUID.fromString(String.valueOf(row.get("person_id")));
  }

  /** Searches every row of every table, as text and as bytes. */
  private static List<String> tablesThatContain(String text) throws SQLException {
    String tables =
        """
        select relname::text as name from pg_class
        where relnamespace = current_schema()::regnamespace and relkind = 'r'
          and has_table_privilege(oid, 'select')
        """;
    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    List<String> found = new ArrayList<>();
    for (Map<String, Object> table : Psql.rows("*", tables)) {
      String name = String.valueOf(table.get("name"));
      String sql =
          "select count(*) from %s t where t::text ilike '%%' || ? || '%%' or t::text ilike '%%' || ? || '%%'"
              .formatted(name);
      if (Psql.count(sql, text, hex) > 0) {
        found.add(name);
      }
    }
    return found;
  }

  private static void sql(String statement) throws SQLException {
    try (Connection connection = Psql.asService()) {
      run(connection, statement);
    }
  }

  private static void asOwner(String statement) throws SQLException {
    try (Connection connection = Psql.asOwner()) {
      run(connection, statement);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select set_config('app.borough', '*', true)");
      statement.executeUpdate(sql);
      connection.commit();
    }
  }
}
