package org.crossborough.safety.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.CAMDEN;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON;
import static org.crossborough.safety.driver.SafetyApi.MANAGER;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.call;
import static org.crossborough.safety.driver.SafetyApi.person;
import static org.crossborough.safety.driver.Walls.declareConflict;
import static org.crossborough.safety.driver.Walls.post;
import static org.crossborough.safety.driver.Walls.read;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.safety.driver.SafetyApi;
import org.crossborough.safety.driver.TablesOwner;
import org.crossborough.safety.driver.Walls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WallsComponentTest {

  private static final String CAMDEN_PERSON =
      person("Walled Person", "020 7946 0093", "YES").replace(ISLINGTON, CAMDEN);

  /** What one test puts up must not stand in another's way. */
  @AfterEach
  void take_everything_down() throws SQLException {
    Walls.takeDown();
    TablesOwner.run("update glass_breaking set status = 'REVIEWED' where status = 'APPROVED'");
    TablesOwner.run("delete from case_reading");
  }

  @Test
  void a_boroughs_cases_are_its_teams_alone_and_a_manager_joins_it_like_anybody() {
    UUID id = aCase(CAMDEN_PERSON);
    assertThat(read(WORKER, id).statusCode()).isEqualTo(200);

    String member = join("another-worker");

    assertThat(told(read(WORKER, id))).isEqualTo(told(read(WORKER, UUID.randomUUID())));
    assertThat(read(MANAGER, id).statusCode()).isEqualTo(404);
    assertThat(SafetyApi.attempt(id, call("2026-01-14", "NO_ANSWER")).statusCode()).isEqualTo(404);
    assertThat(listed(WORKER)).doesNotContain(id.toString());

    var _ = join(WORKER);
    assertThat(read(WORKER, id).statusCode()).isEqualTo(200);
    assertThat(listed(WORKER)).contains(id.toString());

    assertThat(post(MANAGER, "/v1/case-teams/" + member + "/leaving", "{}").statusCode())
        .isEqualTo(200);
    assertThat(post(MANAGER, "/v1/case-teams/" + member + "/leaving", "{}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void a_declared_conflict_closes_the_case_in_every_way_and_nobody_withdraws_her_own()
      throws Exception {
    UUID id = aCase();
    String conflict = declareConflict(MANAGER, "KNOWS_HIM", id);

    assertThat(told(read(MANAGER, id))).isEqualTo(told(read(MANAGER, UUID.randomUUID())));
    assertThat(listed(MANAGER)).doesNotContain(id.toString());
    assertThat(post(MANAGER, "/v1/survivor-cases/" + id + "/holds", "{}").statusCode())
        .isEqualTo(404);
    assertThat(read(WORKER, id).statusCode()).isEqualTo(200);
    assertThat(
            post(MANAGER, "/v1/declared-conflicts/" + conflict + "/withdrawal", "{}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void what_is_to_be_done_for_a_walled_off_case_is_neither_shown_nor_done() throws Exception {
    UUID id = aCase();
    String task =
        String.valueOf(
            Psql.rows("*", "select id from contact_task where case_id = ?", id)
                .getFirst()
                .get("id"));
    String assignment = "{\"assignee\":\"%s\",\"reasonCode\":\"%s\"}";
    assertThat(tasksOf(MANAGER, id)).contains(task);

    var _ = declareConflict(MANAGER, "KNOWS_HER", id);

    assertThat(tasksOf(MANAGER, id)).doesNotContain(task);
    assertThat(
            told(
                post(
                    MANAGER,
                    "/v1/contact-tasks/" + task + "/assignment",
                    assignment.formatted(MANAGER, "WORKLOAD"))))
        .isEqualTo(
            told(
                post(
                    MANAGER,
                    "/v1/contact-tasks/" + UUID.randomUUID() + "/assignment",
                    assignment.formatted(MANAGER, "WORKLOAD"))));
    assertThat(tasksOf(WORKER, id)).contains(task);
  }

  @Test
  void breaking_glass_does_not_overcome_a_conflict() throws Exception {
    UUID id = aCase(CAMDEN_PERSON);
    var _ = join("another-worker");
    String conflict = declareConflict(WORKER, "RELATIVE", id);
    String breaking = ask(WORKER, id).path("id");
    assertThat(decide(MANAGER, breaking, "approval").statusCode()).isEqualTo(200);

    assertThat(read(WORKER, id).statusCode()).isEqualTo(404);

    assertThat(
            post(MANAGER, "/v1/declared-conflicts/" + conflict + "/withdrawal", "{}").statusCode())
        .isEqualTo(200);
    assertThat(read(WORKER, id).statusCode()).isEqualTo(200);
  }

  @Test
  void a_worker_declares_for_herself_alone() {
    Response answer =
        post(
            WORKER,
            "/v1/declared-conflicts",
            "{\"worker\":\"another\",\"referralId\":\"%s\",\"reasonCode\":\"KNOWS_HIM\"}"
                .formatted(UUID.randomUUID()));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void breaking_glass_takes_two_people_and_its_use_must_be_reviewed_before_the_next()
      throws Exception {
    UUID id = aCase(CAMDEN_PERSON);
    UUID second = aCase(CAMDEN_PERSON);
    var _ = join("another-worker");

    Response asked = ask(WORKER, id);
    String breaking = asked.path("id");
    assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(201);
    assertThat(read(WORKER, id).statusCode()).isEqualTo(404);
    assertThat(decide(WORKER, breaking, "approval").statusCode()).isEqualTo(403);
    assertThat(decide(MANAGER, breaking, "approval").statusCode()).isEqualTo(200);
    String other = ask(WORKER, second).path("id");
    assertThat(decide(MANAGER, other, "approval").statusCode()).isEqualTo(200);

    assertThat(read(WORKER, id).statusCode()).isEqualTo(200);
    assertThat(read(WORKER, second).statusCode()).isEqualTo(404);
    assertThat(ask(WORKER, second).statusCode()).isEqualTo(409);
    assertThat(
            Psql.rows(
                "*",
                "select 1 from audit_entry where action = 'BREAK_GLASS' and subject = ?",
                id.toString()))
        .hasSize(1);

    String found = "{\"findingCode\":\"JUSTIFIED\"}";
    assertThat(post(MANAGER, "/v1/glass-breakings/" + breaking + "/review", found).statusCode())
        .isEqualTo(200);
    assertThat(read(WORKER, id).statusCode()).isEqualTo(404);
    assertThat(read(WORKER, second).statusCode()).isEqualTo(200);
  }

  @Test
  void nobody_decides_on_a_request_of_her_own_and_an_expired_way_is_closed() throws Exception {
    UUID id = aCase(CAMDEN_PERSON);
    var _ = join("another-worker");
    String own = ask(MANAGER, id).path("id");
    assertThat(decide(MANAGER, own, "approval").statusCode()).isEqualTo(409);
    String breaking = ask(WORKER, id).path("id");
    assertThat(decide(MANAGER, breaking, "approval").statusCode()).isEqualTo(200);

    TablesOwner.run("update glass_breaking set expires_at = now() where id = '" + breaking + "'");

    assertThat(read(WORKER, id).statusCode()).isEqualTo(404);
    assertThat(
            post(
                    MANAGER,
                    "/v1/glass-breakings/" + breaking + "/review",
                    "{\"findingCode\":\"JUSTIFIED\"}")
                .statusCode())
        .isEqualTo(409);
    assertThat(as(MANAGER).get("/v1/glass-breakings").asString()).contains(breaking);
    assertThat(as(WORKER).get("/v1/glass-breakings").statusCode()).isEqualTo(403);
  }

  @Test
  void whoever_reads_about_too_many_is_answered_as_if_there_were_nobody() throws Exception {
    UUID seen = aCase();
    UUID next = aCase();
    assertThat(read(MANAGER, seen).statusCode()).isEqualTo(200);
    TablesOwner.run(
        "insert into case_reading select '%s', gen_random_uuid(), now()".formatted(MANAGER)
            + " from generate_series(1, 4999)");

    assertThat(told(read(MANAGER, next))).isEqualTo(told(read(MANAGER, UUID.randomUUID())));
    assertThat(read(MANAGER, seen).statusCode()).isEqualTo(200);
    assertThat(read(WORKER, next).statusCode()).isEqualTo(200);
    assertThat(
            Psql.rows(
                "*",
                "select 1 from audit_entry where outcome = 'REFUSED' and subject = ?",
                next.toString()))
        .hasSize(1);

    TablesOwner.run("update case_reading set last_at = now() - interval '61 minutes'");
    assertThat(read(MANAGER, next).statusCode()).isEqualTo(200);
  }

  private static String listed(String who) {
    return as(who).get("/v1/survivor-cases?limit=100").asString();
  }

  /** The tasks of a case among all that somebody is shown. */
  private static List<String> tasksOf(String who, UUID caseId) {
    List<String> all = new ArrayList<>();
    String cursor = "";
    do {
      Response page = as(who).get("/v1/contact-tasks?limit=100" + cursor);
      List<Map<String, Object>> items = page.path("items");
      items.stream()
          .filter(item -> caseId.toString().equals(item.get("caseId")))
          .forEach(item -> all.add(String.valueOf(item.get("id"))));
      cursor = page.path("next") == null ? "" : "&cursor=" + page.path("next");
    } while (!cursor.isEmpty());
    return all;
  }

  private static Response ask(String who, UUID id) {
    return post(
        who,
        "/v1/glass-breakings",
        "{\"caseId\":\"%s\",\"reasonCode\":\"IMMEDIATE_DANGER\",\"minutes\":15}".formatted(id));
  }

  private static Response decide(String who, String breaking, String verb) {
    return post(who, "/v1/glass-breakings/" + breaking + "/" + verb, "{}");
  }

  private static String join(String worker) {
    return SafetyApi.join(CAMDEN, worker);
  }

  private static String told(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(404);
    return answer
        .asString()
        .replace(answer.header("X-Correlation-ID"), "…")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
  }
}
