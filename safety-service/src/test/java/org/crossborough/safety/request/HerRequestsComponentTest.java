package org.crossborough.safety.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.MANAGER;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aReferralWith;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.attempt;
import static org.crossborough.safety.driver.SafetyApi.casesOf;
import static org.crossborough.safety.driver.SafetyApi.person;
import static org.crossborough.safety.driver.SafetyApi.read;
import static org.crossborough.safety.driver.SafetyApi.talk;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HerRequestsComponentTest {

  /** What is told of her, or why not, by table; a column that is in neither list fails. */
  private static final Set<String> TOLD = new TreeSet<>(HeldFields.read("told"));

  private static final Set<String> NOT_TOLD = new TreeSet<>(HeldFields.read("left-out"));

  @Test
  void every_column_is_either_in_her_copy_or_left_out_for_a_reason() throws Exception {
    List<String> columns =
        Psql.rows(
                "*",
                """
                select c.table_name || '.' || c.column_name as name
                from information_schema.columns c join information_schema.tables t
                  using (table_schema, table_name)
                where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                """)
            .stream()
            .map(row -> (String) row.get("name"))
            .filter(name -> !name.startsWith("flyway"))
            .toList();

    assertThat(columns)
        .isNotEmpty()
        .allSatisfy(name ->
            assertThat(TOLD.contains(name) || NOT_TOLD.contains(name) || leftOutWhole(name))
                .as(name + " is in her copy or left out for a reason (request/held.csv)")
                .isTrue());
    assertThat(TOLD).doesNotContainAnyElementsOf(NOT_TOLD);
    assertThat(columns).containsAll(TOLD);
  }

  @Test
  void her_copy_has_all_of_hers_and_nothing_of_him() {
    UUID referralId = aReferralWith(person("Ada Copied", "020 7946 0055", "YES"));
    UUID id = casesOf(referralId).getFirst();
    assertThat(attempt(id, talk("2026-01-08", "YES")).statusCode()).isEqualTo(201);
    assertThat(ask(id, "COPY").statusCode()).isEqualTo(201);

    Response copy =
        as(WORKER).header("X-Purpose", "HER_REQUEST").get("/v1/survivor-cases/{id}/copy", id);

    assertThat(copy.statusCode()).as(copy.asString()).isEqualTo(200);
    assertThat(copy.<String>path("details.name")).isEqualTo("Ada Copied");
    assertThat(copy.<String>path("contactPoints[0].value")).isEqualTo("020 7946 0055");
    assertThat(copy.<List<String>>path("attempts.outcome")).containsExactly("SPOKE_TO_SURVIVOR");
    assertThat(copy.<String>path("requests[0].wording")).isEqualTo("Please, all of it");
    assertThat(copy.<List<String>>path("moves.toStatus"))
        .containsExactly("CONTACT_IN_PROGRESS", "REACHED", "ACTIVE_SUPPORT");
    assertThat(copy.<List<String>>path("readings.action")).contains("COPY_FOR_HER");
    assertThat(copy.asString())
        .doesNotContain(referralId.toString(), "\"Man\"", "participant", "trigger");
  }

  @Test
  void who_has_read_about_her_is_told_from_the_audit() {
    UUID id = casesOf(aReferralWith(person("Ada Read", "020 7946 0056", "YES"))).getFirst();
    assertThat(read(id).statusCode()).isEqualTo(200);

    Response readings = as(WORKER).get("/v1/survivor-cases/{id}/readings", id);

    assertThat(readings.<List<String>>path("items.action"))
        .containsExactly("LIST_READINGS", "READ_SURVIVOR_CASE");
    assertThat(readings.<List<String>>path("items.purpose")).contains("SUPPORT_CALL");
  }

  @Test
  void a_deletion_is_decided_by_a_manager_and_nothing_can_be_read_again() {
    UUID id = casesOf(aReferralWith(person("Ada Gone", "020 7946 0057", "YES"))).getFirst();
    String request = ask(id, "DELETION").path("id");

    assertThat(decide(WORKER, id, request, "\"0\"").statusCode()).isEqualTo(403);
    assertThat(read(id).statusCode()).isEqualTo(200);
    Response decided = decide(MANAGER, id, request, "\"0\"");

    assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(200);
    assertThat(read(id).statusCode()).isEqualTo(404);
    assertThat(
            as(WORKER)
                .header("X-Purpose", "HER_REQUEST")
                .get("/v1/survivor-cases/{id}/copy", id)
                .statusCode())
        .isEqualTo(404);
    assertThat(decide(MANAGER, id, request, "\"1\"").statusCode()).isEqualTo(409);
  }

  private static boolean leftOutWhole(String column) {
    return NOT_TOLD.contains(column.replaceFirst("\\..*", ".*"));
  }

  private static Response ask(UUID id, String kind) {
    return as(WORKER)
        .contentType(ContentType.JSON)
        .body(
            """
            {"kind":"%s","receivedOn":"2026-01-09","wording":"Please, all of it"}\
            """
                .formatted(kind))
        .post("/v1/survivor-cases/{id}/requests", id);
  }

  private static Response decide(String who, UUID id, String request, String version) {
    return as(who)
        .header("If-Match", version)
        .contentType(ContentType.JSON)
        .body("{\"decision\":\"GRANTED\",\"reasonCode\":\"HER_WISH\"}")
        .post("/v1/survivor-cases/%s/requests/%s/decision".formatted(id, request));
  }
}
