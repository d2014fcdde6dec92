package org.crossborough.safety.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.RiskDesk.added;
import static org.crossborough.safety.driver.RiskDesk.dash;
import static org.crossborough.safety.driver.RiskDesk.look;
import static org.crossborough.safety.driver.RiskDesk.marac;
import static org.crossborough.safety.driver.RiskDesk.move;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON;
import static org.crossborough.safety.driver.SafetyApi.MANAGER;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;

/** Everything that was said of her risk is sealed, and nobody bound to a borough sees a row. */
@QuarkusTest
class SealedRiskComponentTest {

  private static final List<String> TABLES =
      List.of(
          "dash_assessment",
          "marac_referral",
          "marac_status_change",
          "marac_action",
          "safety_plan_version",
          "case_meeting",
          "case_discussion",
          "meeting_action",
          "child",
          "safeguarding_referral",
          "incident",
          "safer_answer");

  private final List<String> words = new ArrayList<>();

  @Test
  void no_word_of_it_is_in_any_table_and_her_key_opens_it() throws Exception {
    UUID id = aCase();

    fill(id);

    StoredText stored = StoredText.ofEveryTable();
    assertThat(words).hasSizeGreaterThan(12);
    assertThat(words).allSatisfy(word -> assertThat(stored.placesOf(word)).as(word).isEmpty());
    String told =
        String.join(
            "",
            look(id, "children").asString(),
            look(id, "incidents").asString(),
            look(id, "safety-plan").asString(),
            look(id, "discussions").asString(),
            look(id, "safeguarding-referrals").asString());
    assertThat(words.stream().filter(told::contains).count()).isGreaterThan(7);
    String copy =
        as(WORKER)
            .header("X-Purpose", "HER_REQUEST")
            .get("/v1/survivor-cases/{id}/copy", id)
            .asString();
    assertThat(words.stream().filter(copy::contains).count()).isGreaterThan(7);
  }

  @Test
  void a_transaction_bound_to_a_borough_and_the_tables_owner_see_none_of_it() throws Exception {
    fill(aCase());

    for (String table : TABLES) {
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
      assertThat(
              Psql.rows("*", "select 1 where has_table_privilege('%s', 'DELETE')".formatted(table)))
          .as(table)
          .isEmpty();
    }
  }

  @Test
  void what_she_wishes_deleted_can_never_be_read_again() {
    UUID id = aCase();
    fill(id);
    String request = added(id, "requests", "{\"kind\":\"DELETION\",\"receivedOn\":\"2026-02-02\"}");
    Response deleted =
        as(MANAGER)
            .header("If-Match", "\"0\"")
            .contentType(ContentType.JSON)
            .body("{\"decision\":\"GRANTED\",\"reasonCode\":\"HER_WISH\"}")
            .post("/v1/survivor-cases/%s/requests/%s/decision".formatted(id, request));
    assertThat(deleted.statusCode()).as(deleted.asString()).isEqualTo(200);

    for (String part :
        List.of(
            "summary",
            "dash-assessments",
            "marac-referrals",
            "safety-plan",
            "safety-plan/versions",
            "children",
            "safeguarding-referrals",
            "incidents",
            "feeling-safer",
            "discussions")) {
      Response gone = look(id, part);
      Response unknown = look(UUID.randomUUID(), part);
      assertThat(gone.statusCode()).as(part).isEqualTo(404);
      assertThat(told(gone)).as(part).isEqualTo(told(unknown));
    }
  }

  private static Map<String, Object> told(Response answer) {
    Map<String, Object> body = answer.path("$");
    body.remove("correlationId");
    return body;
  }

  /** Something in every field that takes words. */
  private void fill(UUID id) {
    var _ =
        added(
            id,
            "dash-assessments",
            dash(15, "\"finalLevel\":\"VERY_HIGH\",\"judgement\":\"%s\",".formatted(word()))
                .replaceFirst(
                    "\"question\":\"Q01\",", "\"question\":\"Q01\",\"note\":\"" + word() + "\","));
    String referral =
        "marac-referrals/"
            + added(
                id,
                "marac-referrals",
                marac("2026-02-04", "\"judgement\":\"%s\",".formatted(word()))
                    .replace("Strangled twice since Christmas", word())
                    .replace("\"survivorAware\":true", "\"survivorAware\":false")
                    .replace("\"survivorConsents\":true", "\"survivorConsents\":false")
                    .replaceFirst(
                        "\\{",
                        "{\"notAwareReason\":\"%s\",\"noConsentReason\":\"%s\","
                            .formatted(word(), word())));
    moved(id, referral + "/listing", "{\"meetingOn\":\"2026-02-19\"}");
    moved(
        id,
        referral + "/hearing",
        "\"1\"",
        """
        {"heardOn":"2026-02-19","actions":[
         {"owner":"POLICE","dueOn":"2026-02-26","action":"%s"}]}\
        """
            .formatted(word()));
    var _ =
        added(
            id,
            "incidents",
            """
            {"happenedOn":"2026-03-01","toldBy":"SURVIVOR","kinds":["THREATS"],"account":"%s"}\
            """
                .formatted(word()));
    var _ = added(id, "feeling-safer", "{\"askedOn\":\"2026-03-01\",\"answer\":\"NO\"}");
    String child =
        added(
            id,
            "children",
            "{\"name\":\"%s\",\"underEighteen\":true,\"note\":\"%s\"}".formatted(word(), word()));
    var _ =
        added(
            id,
            "safeguarding-referrals",
            """
            {"referredOn":"2026-02-04","agency":"POLICE","children":["%s"],"reason":"%s"}\
            """
                .formatted(child, word()));
    moved(
        id,
        "safety-plan/versions",
        """
        {"agreedOn":"2026-02-03","reviewOn":"2026-03-03","keptWhere":"%s","steps":[
         {"situation":"LEAVING","step":"%s"}]}\
        """
            .formatted(word(), word()));
    Response meeting =
        as(WORKER)
            .contentType(ContentType.JSON)
            .body("{\"heldOn\":\"2026-02-10\",\"attendees\":[\"FACILITATOR\"]}")
            .post("/v1/case-meetings");
    var _ =
        added(
            id,
            "discussions",
            """
            {"meetingId":"%s","riskRating":"HIGH","said":"%s","actions":[
             {"owner":"SUPPORT_WORKER","dueOn":"2026-02-12","action":"%s"}]}\
            """
                .formatted(meeting.path("id"), word(), word()));
  }

  private void moved(UUID id, String what, String json) {
    moved(id, what, "\"0\"", json);
  }

  private void moved(UUID id, String what, String version, String json) {
    Response answer = move(id, what, version, json);
    assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
  }

  /** A word that is nowhere else; letters alone, so that it is no number to be reached at. */
  private String word() {
    String word =
        "Said "
            + UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .mapToObj(c -> String.valueOf((char) ('a' + Character.digit(c, 16))))
                .reduce("", String::concat);
    words.add(word);
    return word;
  }
}
