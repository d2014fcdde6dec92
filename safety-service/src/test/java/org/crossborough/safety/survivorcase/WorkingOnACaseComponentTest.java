package org.crossborough.safety.survivorcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.attempt;
import static org.crossborough.safety.driver.SafetyApi.awaitRow;
import static org.crossborough.safety.driver.SafetyApi.call;
import static org.crossborough.safety.driver.SafetyApi.casesOf;
import static org.crossborough.safety.driver.SafetyApi.person;
import static org.crossborough.safety.driver.SafetyApi.read;
import static org.crossborough.safety.driver.SafetyApi.talk;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Tokens;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.safety.driver.SafetyApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkingOnACaseComponentTest {

  @Test
  void a_case_is_read_in_clear_by_whoever_says_why() throws Exception {
    UUID referralId = SafetyApi.aReferralWith(person("Ada Example", "020 7946 0010", "YES"));
    UUID id = casesOf(referralId).getFirst();
    awaitRow(
        "select 1 from participant p join known_referral r using (person_id) where r.id = ?",
        referralId);

    Response answer = read(id);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.<String>path("name")).isEqualTo("Ada Example");
    assertThat(answer.<String>path("relationship")).isEqualTo("EX_PARTNER");
    assertThat(answer.<String>path("contactPoints[0].value")).isEqualTo("020 7946 0010");
    assertThat(answer.<String>path("participant.familyName")).isEqualTo("Man");
    assertThat(answer.<Integer>path("contactTier")).isZero();
    assertThat(answer.<String>path("tasks[0].trigger")).isEqualTo("DETAILS_RECEIVED");
    assertThat(answer.header("ETag")).isEqualTo("\"0\"");
    Map<String, Object> entry =
        Psql.rows(
                "*",
                "select actor, purpose from audit_entry where subject = ? and action = ?",
                id.toString(),
                "READ_SURVIVOR_CASE")
            .getFirst();
    assertThat(entry).containsEntry("purpose", "SUPPORT_CALL");
    assertThat(claimsOf(WORKER)).contains("\"" + entry.get("actor") + "\"");
  }

  @Test
  void without_a_purpose_nothing_is_read() {
    UUID id = aCase();

    Response none = as(WORKER).get("/v1/survivor-cases/{id}", id);
    Response number =
        as(WORKER).header("X-Purpose", "020 7946 0010").get("/v1/survivor-cases/" + id);

    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(none.<String>path("type")).isEqualTo("/problems/survivor-case/purpose-required");
    assertThat(number.statusCode()).isEqualTo(400);
  }

  @Test
  void the_worklist_is_paged_newest_first_and_names_nobody() {
    UUID older = aCase(person("Nobody Listed", "020 7946 0011", "YES"));
    UUID newer = aCase(person("Nobody Listed", "020 7946 0011", "YES"));

    Response first = as(WORKER).get("/v1/survivor-cases?limit=1");
    Response second = as(WORKER).get("/v1/survivor-cases?limit=1&cursor=" + first.path("next"));

    assertThat(first.<String>path("items[0].id")).isEqualTo(newer.toString());
    assertThat(second.<String>path("items[0].id")).isEqualTo(older.toString());
    assertThat(first.<Map<String, Object>>path("items[0]"))
        .containsOnlyKeys("id", "status", "boroughCode", "receivedAt", "contactTier", "version");
    assertThat(first.header("Link")).contains("rel=\"next\"");
    assertThat(as(WORKER).get("/v1/survivor-cases?limit=101").statusCode()).isEqualTo(400);
    assertThat(as(WORKER).get("/v1/survivor-cases?cursor=x").statusCode()).isEqualTo(400);
  }

  @Test
  void attempts_move_the_case_and_its_tier() {
    UUID id = aCase();

    Response first = attempt(id, call("2026-01-08", "NO_ANSWER"));
    Response second = attempt(id, talk("2026-01-09", "YES"));
    Response third = attempt(id, talk("2026-01-12", "YES"));

    assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
    assertThat(first.<String>path("caseStatus")).isEqualTo("CONTACT_IN_PROGRESS");
    assertThat(first.<Integer>path("contactTier")).isEqualTo(1);
    assertThat(second.<String>path("caseStatus")).isEqualTo("ACTIVE_SUPPORT");
    assertThat(second.<Integer>path("contactTier")).isEqualTo(3);
    assertThat(third.<Integer>path("attemptNo")).isEqualTo(3);
    assertThat(third.<Integer>path("contactTier")).isEqualTo(4);
    assertThat(third.header("ETag")).isEqualTo("\"3\"");
    Response now = read(id);
    assertThat(now.<Integer>path("attempts.size()")).isEqualTo(3);
    assertThat(now.<List<String>>path("tasks.trigger")).containsExactly("NEXT_CONTACT");
    assertThat(now.<String>path("nextContactDueAt")).startsWith("2026-01-27T00:00");
    assertThat(now.header("ETag")).isEqualTo("\"3\"");
  }

  @Test
  void a_number_that_he_answered_is_unsafe_at_once() {
    UUID id = aCase();
    String point = read(id).path("contactPoints[0].id");

    Response answered =
        attempt(
            id,
            call("2026-01-08", "ANSWERED_BY_PERPETRATOR")
                .replaceFirst("\\{", "{\"contactPointId\":\"%s\",".formatted(point)));
    Response again = attempt(id, call("2026-01-09", "NO_ANSWER"));
    Response overridden =
        attempt(
            id,
            call("2026-01-09", "NO_ANSWER")
                .replaceFirst("\\{", "{\"overrideReason\":\"Agreed with the police\","));

    assertThat(answered.statusCode()).as(answered.asString()).isEqualTo(201);
    assertThat(read(id).<String>path("contactPoints[0].safe")).isEqualTo("NO");
    assertThat(read(id).<List<String>>path("tasks.trigger"))
        .containsExactlyInAnyOrder("SAFETY_REVIEW", "NEXT_CONTACT");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.<String>path("type")).isEqualTo("/problems/contact/unsafe-contact-point");
    assertThat(overridden.statusCode()).isEqualTo(201);
  }

  @Test
  void an_attempt_outside_her_times_needs_a_reason() {
    UUID id =
        aCase(
            person("Example Person", "020 7946 0012", "YES")
                .replaceFirst(
                    "\\{",
                    "{\"safeTimes\":[{\"dayOfWeek\":\"THURSDAY\",\"from\":\"11:30\",\"to\":\"12:30\"}],"));

    assertThat(attempt(id, call("2026-01-09", "NO_ANSWER")).<String>path("type"))
        .isEqualTo("/problems/contact/outside-safe-times");
    assertThat(attempt(id, call("2026-01-08", "NO_ANSWER")).statusCode()).isEqualTo(201);
    assertThat(read(id).<String>path("safeTimes[0].from")).startsWith("11:30");
  }

  @Test
  void a_report_that_breaks_a_rule_names_the_field() {
    UUID id = aCase();
    String good = call("2026-01-08", "NO_ANSWER");

    assertRefused(attempt(id, "{\"attemptedAt\":"), 400, "malformed-body");
    assertRefused(attempt(id, good.replaceFirst("\\{", "{\"colour\":1,")), 400, "malformed-body");
    assertRefused(attempt(id, "{}"), 400, "invalid");
    assertRefused(attempt(id, good.replace("2026-01-08", "2126-01-08")), 400, "invalid");
    Response foreign =
        attempt(id, good.replaceFirst("\\{", "{\"contactPointId\":\"" + UUID.randomUUID() + "\","));
    assertRefused(foreign, 400, "invalid");
    assertThat(foreign.<String>path("violations[0].field")).isEqualTo("contactPointId");
    assertThat(foreign.<String>path("violations[0].code")).isEqualTo("UNKNOWN");
  }

  @Test
  void a_stated_version_must_be_current() {
    UUID id = aCase();
    assertThat(attempt(id, call("2026-01-08", "NO_ANSWER")).statusCode()).isEqualTo(201);

    Response stale =
        as(WORKER)
            .header("If-Match", "\"0\"")
            .contentType(ContentType.JSON)
            .body(call("2026-01-09", "NO_ANSWER"))
            .post("/v1/survivor-cases/{id}/contact-attempts", id);

    assertRefused(stale, 412, "stale");
  }

  @Test
  void a_case_ends_by_a_move_and_comes_back_on_a_trigger() throws Exception {
    UUID referralId = SafetyApi.aReferralWith(person("Example Person", "020 7946 0013", "YES"));
    UUID id = casesOf(referralId).getFirst();

    assertRefused(move(id, "closure", null), 428, "precondition-required");
    Response closed = move(id, "closure", "\"0\"");
    Response twice = move(id, "closure", "\"1\"");

    assertThat(closed.<String>path("status")).isEqualTo("CLOSED");
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.<String>path("type")).isEqualTo("/problems/survivor-case/illegal-transition");

    Wire.publish(
        new EnrolmentStarted(
            UUID.randomUUID(),
            SafetyApi.THEN,
            referralId,
            UUID.randomUUID(),
            LocalDate.of(2027, 2, 2)));
    awaitRow("select 1 from survivor_case where id = ? and status = 'CONTACT_IN_PROGRESS'", id);
    assertThat(read(id).<List<String>>path("tasks.trigger"))
        .containsExactlyInAnyOrder("DETAILS_RECEIVED", "START");
    assertThat(Psql.count("select count(*) from survivor_case_status_change where case_id = ?", id))
        .isEqualTo(2);
  }

  @Test
  void giving_up_needs_a_fair_effort() {
    UUID id = aCase(person("Example Person", "020 7946 0014", "YES"));
    assertThat(attempt(id, call("2026-01-08", "NO_ANSWER")).statusCode()).isEqualTo(201);
    assertThat(attempt(id, call("2026-01-09", "NO_ANSWER")).statusCode()).isEqualTo(201);

    assertThat(move(id, "unable-to-contact", "\"2\"").<String>path("type"))
        .isEqualTo("/problems/survivor-case/effort-too-small");

    String text = call("2026-01-12", "SMS_SENT").replace("PHONE", "SMS");
    assertThat(attempt(id, text).<List<String>>path("reasons"))
        .containsExactly("ACCESS_NOT_KNOWN", "NOT_SAFE_TO_TEXT");
    String overridden = text.replaceFirst("\\{", "{\"overrideReason\":\"She asked for it\",");
    assertThat(attempt(id, overridden).statusCode()).isEqualTo(201);
    assertThat(move(id, "unable-to-contact", "\"3\"").<String>path("status"))
        .isEqualTo("UNABLE_TO_CONTACT");
  }

  private static String claimsOf(String who) {
    byte[] claims = Base64.getUrlDecoder().decode(Tokens.of(who).split("\\.", 3)[1]);
    return new String(claims, StandardCharsets.UTF_8);
  }

  private static Response move(UUID id, String move, @Nullable String version) {
    var request =
        as(WORKER).contentType(ContentType.JSON).body("{\"reasonCode\":\"NO_MORE_NEED\"}");
    return (version == null ? request : request.header("If-Match", version))
        .post("/v1/survivor-cases/{id}/{move}", id, move);
  }

  private static void assertRefused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.<String>path("type")).isEqualTo("/problems/request/" + code);
  }
}
