package org.crossborough.safety.safecontact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON_SYSTEM;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.aKnownReferral;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.attempt;
import static org.crossborough.safety.driver.SafetyApi.call;
import static org.crossborough.safety.driver.SafetyApi.casesOf;
import static org.crossborough.safety.driver.SafetyApi.person;
import static org.crossborough.safety.driver.SafetyApi.read;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.SafetyEvent.AtRiskReceived;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SafeContactComponentTest {

  private static final String SAFE_TO_TEXT =
      """
      {"safe":"YES","verifiedBySurvivor":true,"safeVoicemail":"NO","safeToText":"YES",
       "safeToPost":"NO","perpetratorHasAccess":"NO"}\
      """;
  private static final String DETAILS =
      """
      {"relationship":"EX_PARTNER","name":"Ada Changed","codeWord":"Blue kettle",
       "boroughCode":"E09000007","safeTimes":[
       {"dayOfWeek":"THURSDAY","from":"11:30","to":"12:30"}]}\
      """;

  @Test
  void marking_a_point_opens_what_was_said_to_be_safe_and_nothing_else() {
    UUID id = aCase();
    String point = read(id).path("contactPoints[0].id");

    assertThat(usable(id)).containsExactly("CALL");
    Response marked = put(id, "contact-points/" + point, "\"0\"", SAFE_TO_TEXT);
    assertThat(marked.statusCode()).as(marked.asString()).isEqualTo(200);
    assertThat(marked.header("ETag")).isEqualTo("\"1\"");
    assertThat(usable(id)).containsExactly("CALL", "TEXT");

    assertThat(put(id, "contact-points/" + point, "\"0\"", SAFE_TO_TEXT).statusCode())
        .isEqualTo(412);
    assertThat(put(id, "contact-points/" + UUID.randomUUID(), "\"1\"", SAFE_TO_TEXT).statusCode())
        .isEqualTo(404);
    Response history = as(WORKER).get("/v1/survivor-cases/{id}/contact-points/history", id);
    assertThat(history.<List<String>>path("changes.marks.safeToText")).containsExactly("YES");
    assertThat(history.<List<String>>path("changes.changedBy").getFirst()).isNotBlank();
  }

  @Test
  void a_point_taken_out_of_use_is_used_no_more_and_stays_on_record() throws Exception {
    UUID id = aCase();
    String point = read(id).path("contactPoints[0].id");
    String other = "{\"type\":\"SMS\",\"value\":\"07700 900123\",\"marks\":" + SAFE_TO_TEXT + "}";

    Response added = post(id, "contact-points", "\"0\"", other);
    Response retired = post(id, "contact-points/" + point + "/retirement", "\"1\"", "{}");

    assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
    assertThat(added.asString()).doesNotContain("900123");
    assertThat(retired.statusCode()).as(retired.asString()).isEqualTo(200);
    assertThat(read(id).<List<String>>path("contactPoints.value")).containsExactly("07700 900123");
    assertThat(usable(id)).containsExactly("TEXT");
    String named = call("2026-01-08", "NO_ANSWER").replaceFirst("\\{", naming(point));
    assertThat(attempt(id, named).statusCode()).isEqualTo(400);
    assertThat(
            Psql.count("select count(*) from contact_point where id = ?", UUID.fromString(point)))
        .isEqualTo(1);
  }

  @Test
  void her_details_are_changed_as_a_whole_and_every_version_is_kept() {
    UUID id = aCase(person("Ada Before", "020 7946 0001", "YES"));

    Response changed = put(id, "details", "\"0\"", DETAILS);

    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"1\"");
    assertThat(read(id).<String>path("name")).isEqualTo("Ada Changed");
    Response details = get(id, "details");
    assertThat(details.<String>path("codeWord")).isEqualTo("Blue kettle");
    assertThat(details.<Boolean>path("callerIdWithheld")).isTrue();
    assertThat(details.<Boolean>path("addressConfidential")).isTrue();
    assertThat(details.<String>path("livesWithPerpetrator")).isEqualTo("UNKNOWN");
    assertThat(put(id, "details", "\"1\"", DETAILS.replace("Blue", "Red")).statusCode())
        .isEqualTo(200);
    Response history = get(id, "details/history");
    assertThat(history.<List<Integer>>path("changes.version")).containsExactly(3, 2);
    assertThat(history.<List<String>>path("changes.details.codeWord"))
        .containsExactly("Red kettle", "Blue kettle");
    // Her times are the new ones from now on: 8 January 2026 is a Thursday.
    assertThat(attempt(id, call("2026-01-09", "NO_ANSWER")).statusCode()).isEqualTo(409);
    assertThat(attempt(id, call("2026-01-08", "NO_ANSWER")).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"relationship\":\"EX_PARTNER\",\"name\":\" \"}",
        "{\"relationship\":\"EX_PARTNER\",\"name\":\"A\\u0000\"}",
        "{\"relationship\":\"SISTER\",\"name\":\"A\"}",
        "{\"relationship\":\"EX_PARTNER\",\"name\":\"A\",\"dateOfBirth\":\"1 May\"}",
        "{\"relationship\":\"EX_PARTNER\",\"name\":\"A\",\"languageCode\":\"Somali\"}",
        "{\"relationship\":\"EX_PARTNER\",\"name\":\"A\",\"childrenCount\":21}",
        "{\"relationship\":\"EX_PARTNER\",\"name\":\"A\",\"safeTimes\":[{}]}",
        "{\"relationship\":\"EX_PARTNER\",\"name\":\"A\",\"address\":\"1 High Street\"}"
      })
  void details_that_break_a_rule_are_refused(String details) {
    UUID id = aCase();

    assertThat(put(id, "details", "\"0\"", details).statusCode()).isEqualTo(400);
  }

  @Test
  void a_case_opened_by_a_worker_is_told_to_nobody() throws Exception {
    UUID referralId = aKnownReferral();
    String named =
        """
        {"referralId":"%s","source":"POLICE","details":{"relationship":"NEW_PARTNER",
         "name":"Eve Example","safeTimes":[]},"contactPoints":[
         {"type":"PHONE","value":"020 7946 0099","marks":%s}]}\
        """
            .formatted(referralId, SAFE_TO_TEXT);

    Response opened =
        as(WORKER).contentType(ContentType.JSON).body(named).post("/v1/survivor-cases");

    assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
    UUID id = UUID.fromString(opened.path("id"));
    assertThat(casesOf(referralId)).containsExactly(id);
    assertThat(read(id).<String>path("contactPoints[0].value")).isEqualTo("020 7946 0099");
    assertThat(read(id).<List<String>>path("tasks.trigger")).containsExactly("NEW_PARTNER");
    assertThat(
            Psql.count(
                "select count(*) from outbox where convert_from(payload, 'UTF8') like ?",
                "%" + referralId + "%"))
        .isZero();
    assertThat(Wire.published(AtRiskReceived.class))
        .noneMatch(event -> event.referralId().equals(referralId));
  }

  @Test
  void a_case_needs_a_referral_that_is_known_and_a_worker() {
    String named =
        """
        {"referralId":"%s","source":"SELF","details":{"relationship":"EX_PARTNER","name":"A"}}\
        """
            .formatted(UUID.randomUUID());

    Response unknown =
        as(WORKER).contentType(ContentType.JSON).body(named).post("/v1/survivor-cases");
    Response outsider =
        as(ISLINGTON_SYSTEM).contentType(ContentType.JSON).body(named).post("/v1/survivor-cases");

    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.<String>path("violations[0].code")).isEqualTo("UNKNOWN");
    assertThat(outsider.statusCode()).isEqualTo(403);
  }

  @Test
  void advice_for_a_moment_that_cannot_be_read_is_refused() {
    UUID id = aCase();

    assertThat(as(WORKER).get("/v1/survivor-cases/{id}/contact-advice?at=noon", id).statusCode())
        .isEqualTo(400);
    assertThat(
            as(WORKER)
                .get("/v1/survivor-cases/{id}/contact-advice", UUID.randomUUID())
                .statusCode())
        .isEqualTo(404);
  }

  private static List<String> usable(UUID id) {
    Response advice =
        as(WORKER).get("/v1/survivor-cases/{id}/contact-advice?at=2026-01-08T12:00:00Z", id);
    assertThat(advice.statusCode()).as(advice.asString()).isEqualTo(200);
    return advice.path("contactPoints[0].uses.findAll { it.allowed }.use");
  }

  private static String naming(String point) {
    return "{\"contactPointId\":\"%s\",".formatted(point);
  }

  private static Response get(UUID id, String path) {
    Response answer =
        as(WORKER)
            .header("X-Purpose", "CASE_REVIEW")
            .get("/v1/survivor-cases/%s/%s".formatted(id, path));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer;
  }

  private static Response put(UUID id, String path, String version, String body) {
    return as(WORKER)
        .header("If-Match", version)
        .contentType(ContentType.JSON)
        .body(body)
        .put("/v1/survivor-cases/%s/%s".formatted(id, path));
  }

  private static Response post(UUID id, String path, String version, String body) {
    return as(WORKER)
        .header("If-Match", version)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/survivor-cases/%s/%s".formatted(id, path));
  }
}
