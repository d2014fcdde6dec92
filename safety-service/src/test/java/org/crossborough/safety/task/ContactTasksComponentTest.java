package org.crossborough.safety.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.attempt;
import static org.crossborough.safety.driver.SafetyApi.call;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactTasksComponentTest {

  @Test
  void the_worklist_is_in_the_order_in_which_things_are_due_and_names_nobody() throws Exception {
    UUID one = aCase();
    UUID other = aCase();

    List<String> seen = new ArrayList<>();
    List<Instant> due = new ArrayList<>();
    String next = "";
    do {
      Response page = as(WORKER).get("/v1/contact-tasks?limit=100" + next);
      assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
      assertThat(page.asString()).doesNotContain("Example Person");
      seen.addAll(page.<List<String>>path("items.id"));
      page.<List<String>>path("items.dueAt").forEach(at -> due.add(Instant.parse(at)));
      next = page.path("next") == null ? "" : "&cursor=" + page.path("next");
    } while (!next.isEmpty());

    assertThat(due).isSorted();
    assertThat(seen)
        .doesNotHaveDuplicates()
        .contains(taskOf(one, "DETAILS_RECEIVED"), taskOf(other, "DETAILS_RECEIVED"));
  }

  @Test
  void what_is_late_and_what_is_mine_can_be_asked_for() throws Exception {
    UUID id = aCase();
    String task = taskOf(id, "DETAILS_RECEIVED");

    Response given = move(task, "assignment", "\"0\"", assignment(actor()));

    assertThat(given.statusCode()).as(given.asString()).isEqualTo(200);
    assertThat(
            as(WORKER).get("/v1/contact-tasks?mine=true&limit=100").<List<String>>path("items.id"))
        .contains(task);
    assertThat(
            as(WORKER).get("/v1/contact-tasks?when=LATE&mine=true").<List<String>>path("items.id"))
        .doesNotContain(task);
    assertThat(as(WORKER).get("/v1/contact-tasks?when=SOON").statusCode()).isIn(400, 404);
    assertThat(as(WORKER).get("/v1/contact-tasks?cursor=x").statusCode()).isEqualTo(400);
    assertThat(as(WORKER).get("/v1/contact-tasks?limit=0").statusCode()).isEqualTo(400);
  }

  @Test
  void a_contact_is_done_by_an_attempt_alone_and_a_review_by_whoever_says_so() throws Exception {
    UUID id = aCase();
    String contact = taskOf(id, "DETAILS_RECEIVED");
    String done = "{\"reasonCode\":\"REVIEWED\"}";

    assertThat(move(contact, "completion", "\"0\"", done).<String>path("type"))
        .isEqualTo("/problems/contact-task/needs-an-attempt");
    assertThat(attempt(id, call("2026-01-08", "ANSWERED_BY_OTHER")).statusCode()).isEqualTo(201);
    String review = taskOf(id, "SAFETY_REVIEW");
    assertThat(move(review, "completion", "\"0\"", done).statusCode()).isEqualTo(200);
    assertThat(move(review, "completion", "\"0\"", done).statusCode()).isEqualTo(412);
    assertThat(move(review, "completion", "\"1\"", done).<String>path("type"))
        .isEqualTo("/problems/contact-task/already-done");
    assertThat(move(contact, "assignment", "\"1\"", assignment("somebody")).statusCode())
        .isEqualTo(409);
    assertThat(
            Psql.count(
                "select count(*) from contact_task where case_id = ? and done_at is null", id))
        .isEqualTo(1);
  }

  private static String assignment(String to) {
    return "{\"assignee\":\"%s\",\"reasonCode\":\"HOLIDAY_COVER\"}".formatted(to);
  }

  /** The name under which the worker acts. */
  private static String actor() throws SQLException {
    var _ = as(WORKER).get("/v1/contact-tasks?limit=1");
    return String.valueOf(
        Psql.rows(
                "*",
                "select actor from audit_entry where action = 'LIST_CONTACT_TASKS' order by seq"
                    + " desc limit 1")
            .getFirst()
            .get("actor"));
  }

  private static Response move(String task, String move, String version, String body) {
    return as(WORKER)
        .header("If-Match", version)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/contact-tasks/%s/%s".formatted(task, move));
  }

  private static String taskOf(UUID caseId, String trigger) throws SQLException {
    return String.valueOf(
        Psql.rows(
                "*",
                "select id from contact_task where case_id = ? and trigger = ?",
                caseId,
                trigger)
            .getFirst()
            .get("id"));
  }
}
