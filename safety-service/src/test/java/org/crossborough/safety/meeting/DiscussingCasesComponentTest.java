package org.crossborough.safety.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.RiskDesk.added;
import static org.crossborough.safety.driver.RiskDesk.dash;
import static org.crossborough.safety.driver.RiskDesk.faults;
import static org.crossborough.safety.driver.RiskDesk.look;
import static org.crossborough.safety.driver.RiskDesk.move;
import static org.crossborough.safety.driver.RiskDesk.tasks;
import static org.crossborough.safety.driver.SafetyApi.MANAGER;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DiscussingCasesComponentTest {

  private static final String MEETING =
      "{\"heldOn\":\"2026-02-10\",\"attendees\":[\"SUPPORT_WORKER\",\"FACILITATOR\",\"FACILITATOR\"]}";

  @Test
  void a_meeting_is_recorded_by_roles_and_says_nothing_of_anybody() {
    String meeting = aMeeting();

    Response read = as(WORKER).get("/v1/case-meetings/" + meeting);
    assertThat(read.<List<String>>path("attendees"))
        .containsExactly("SUPPORT_WORKER", "FACILITATOR", "FACILITATOR");
    assertThat(as(WORKER).get("/v1/case-meetings?limit=1").<List<String>>path("items.id"))
        .containsExactly(meeting);
    assertThat(as(WORKER).get("/v1/case-meetings/" + UUID.randomUUID()).statusCode())
        .isEqualTo(404);
    assertThat(as("demo-facilitator").get("/v1/case-meetings").statusCode()).isIn(401, 403);
    assertThat(post("/v1/case-meetings", MEETING.replace("2026", "2126")).statusCode())
        .isEqualTo(400);
    assertThat(post("/v1/case-meetings", MEETING.replace("FACILITATOR", "HIM")).statusCode())
        .isEqualTo(400);
    assertThat(
            post("/v1/case-meetings", "{\"heldOn\":\"2026-02-10\",\"attendees\":[]}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_meeting_about_another_teams_cases_alone_is_not_shown() throws Exception {
    UUID hers = aCase();
    UUID others = aCase();
    String meeting = aMeeting();
    assertThat(meetingsOf(MANAGER)).contains(meeting);
    var _ = added(others, "discussions", discussion(meeting, "MEDIUM"));
    assertThat(meetingsOf(MANAGER)).contains(meeting);

    String conflict = conflictOf(MANAGER, others);
    try {
      assertThat(meetingsOf(MANAGER)).doesNotContain(meeting);
      assertThat(as(MANAGER).get("/v1/case-meetings/" + meeting).statusCode()).isEqualTo(404);
      assertThat(meetingsOf(WORKER)).contains(meeting);

      var _ = added(hers, "discussions", discussion(meeting, "MEDIUM"));
      assertThat(meetingsOf(MANAGER)).contains(meeting);
    } finally {
      withdraw(conflict);
    }
  }

  @Test
  void whoever_recorded_a_meeting_goes_on_seeing_it() throws Exception {
    UUID others = aCase();
    String meeting = aMeeting();
    var _ = added(others, "discussions", discussion(meeting, "MEDIUM"));

    String conflict = conflictOf(WORKER, others);
    try {
      assertThat(meetingsOf(WORKER)).contains(meeting);
    } finally {
      withdraw(conflict);
    }
  }

  private static List<String> meetingsOf(String who) {
    return as(who).get("/v1/case-meetings?limit=20").path("items.id");
  }

  private static String conflictOf(String who, UUID caseId) throws SQLException {
    Object referralId =
        Psql.rows("*", "select referral_id from survivor_case where id = ?", caseId)
            .getFirst()
            .get("referral_id");
    Response declared =
        as(who)
            .contentType(ContentType.JSON)
            .body("{\"referralId\":\"%s\",\"reasonCode\":\"KNOWS_HIM\"}".formatted(referralId))
            .post("/v1/declared-conflicts");
    assertThat(declared.statusCode()).as(declared.asString()).isEqualTo(201);
    return declared.path("id");
  }

  /** As only the owner of the tables could: nobody withdraws her own. */
  private static void withdraw(String conflict) throws SQLException {
    try (Connection connection = Psql.asOwner();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("alter table declared_conflict no force row level security");
      statement.execute(
          "update declared_conflict set withdrawn_at = now() where id = '" + conflict + "'");
      statement.execute("alter table declared_conflict force row level security");
      connection.commit();
    }
  }

  @Test
  void what_was_said_of_her_stays_with_her_case_and_what_is_to_be_done_is_a_task() {
    UUID id = aCase();
    String meeting = aMeeting();

    Response recorded = discuss(id, discussion(meeting, "MEDIUM"));

    assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
    assertThat(recorded.asString()).doesNotContain("moved", "plan");
    assertThat(discuss(id, discussion(meeting, "MEDIUM")).<String>path("type"))
        .isEqualTo("/problems/meeting/already-discussed");
    assertThat(tasks(id)).contains("MEETING_ACTION", "RISK_REASSESSMENT");
    Response said = look(id, "discussions");
    assertThat(said.<String>path("items[0].said")).isEqualTo("She has moved");
    assertThat(said.<List<String>>path("items[0].actions.action"))
        .containsExactly("Go through her plan", "Tell the borough");
    List<String> actions = said.path("items[0].actions.id");

    String done = "{\"doneOn\":\"2026-02-12\"}";
    String first = "discussions/actions/" + actions.getFirst() + "/completion";
    assertThat(move(aCase(), first, "\"0\"", done).statusCode()).isEqualTo(404);
    assertThat(move(id, first, "\"0\"", done).statusCode()).isEqualTo(200);
    assertThat(move(id, first, "\"1\"", done).<String>path("type"))
        .isEqualTo("/problems/meeting/already-done");
    assertThat(tasks(id)).contains("MEETING_ACTION");
    String last = "discussions/actions/" + actions.getLast() + "/completion";
    assertThat(move(id, last, "\"0\"", done).statusCode()).isEqualTo(200);
    assertThat(tasks(id)).doesNotContain("MEETING_ACTION");
  }

  @Test
  void a_rating_above_the_last_assessment_calls_for_another() {
    UUID alike = aCase();
    UUID above = aCase();
    var _ = added(alike, "dash-assessments", dash(11));
    var _ = added(above, "dash-assessments", dash(11));
    String meeting = aMeeting();

    assertThat(discuss(alike, discussion(meeting, "MEDIUM")).statusCode()).isEqualTo(201);
    assertThat(discuss(above, discussion(meeting, "HIGH")).statusCode()).isEqualTo(201);

    assertThat(tasks(alike)).doesNotContain("RISK_REASSESSMENT");
    assertThat(tasks(above)).contains("RISK_REASSESSMENT");
  }

  @Test
  void what_breaks_a_rule_names_the_field() {
    UUID id = aCase();
    String meeting = aMeeting();
    String said = discussion(meeting, "HIGH");

    assertThat(faults(discuss(id, said.replace("She has moved", "Now at NW1 4AB"))))
        .containsExactly("said CONTAINS_CONTACT_DETAILS");
    assertThat(faults(discuss(id, said.replace("2026-02-13", "2026-02-01"))))
        .containsExactly("actions[1].dueOn ORDER");
    assertThat(discuss(id, said.replace("HIGH", "HIGHEST")).statusCode()).isEqualTo(400);
    assertThat(discuss(UUID.randomUUID(), said).statusCode()).isEqualTo(404);
    assertThat(faults(discuss(id, discussion(UUID.randomUUID().toString(), "HIGH"))))
        .containsExactly("meetingId UNKNOWN");
    assertThat(look(id, "discussions").<List<String>>path("items")).isEmpty();
  }

  private static String aMeeting() {
    Response recorded = post("/v1/case-meetings", MEETING);
    assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
    return recorded.path("id");
  }

  private static String discussion(String meeting, String rating) {
    return """
    {"meetingId":"%s","riskRating":"%s","said":"She has moved","actions":[
     {"owner":"SUPPORT_WORKER","dueOn":"2026-02-12","action":"Go through her plan"},
     {"owner":"SUPPORT_MANAGER","dueOn":"2026-02-13","action":"Tell the borough"}]}\
    """
        .formatted(meeting, rating);
  }

  private static Response discuss(UUID caseId, String json) {
    return post("/v1/survivor-cases/" + caseId + "/discussions", json);
  }

  private static Response post(String path, String json) {
    return as(WORKER).contentType(ContentType.JSON).body(json).post(path);
  }
}
