package org.crossborough.programme.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is a refusal that names a problem. */
@QuarkusTest
class HostileInputComponentTest {

  private static final List<String> MOVES =
      List.of(
          "suspension",
          "resumption",
          "exit",
          "completion",
          "transfer",
          "follow-on",
          "closure",
          "no-show",
          "concerns",
          "disclosures",
          "reviews",
          "exercises",
          "individual-sessions",
          "minutes/rebuild");

  private static final List<String> BODIES =
      List.of(
          "",
          "null",
          "[]",
          "{",
          "\"text\"",
          "{\"reasonCode\":7,\"reviewOn\":\"2025-02-30\"}",
          "{\"reasonCode\":\"SAFETY_HOLD\\u0000\",\"reviewOn\":\"2025-03-01\"}",
          "{\"toRunId\":\"not-a-uuid\"}",
          "{\"sessionId\":null}",
          "{\"stage\":\"INTAKE\",\"relapseTriggers\":[null]}",
          "{\"exerciseCode\":\"'; drop table enrolment; --\"}",
          "{\"heldOn\":\"+999999999-12-31\",\"attendedMinutes\":60}",
          "{\"heldOn\":\"2025-02-03\",\"attendedMinutes\":2147483648}",
          "{\"disclosureType\":0,\"urgency\":1}",
          "{\"entries\":[{}]}",
          "{\"a\":".repeat(500) + "1" + "}".repeat(500));

  private RunFixture run;
  private ManFixture man;

  @BeforeEach
  void prepare() {
    run = RunFixture.held(1);
    man = ManFixture.cleared(run);
  }

  @Test
  void no_body_brings_the_service_down() {
    for (String move : MOVES) {
      for (String body : BODIES) {
        refused(move + " " + body, request().body(body).post(man.path() + "/" + move));
      }
    }
    String exercise =
        ProgrammeApi.post(man.path() + "/exercises", java.util.Map.of("exerciseCode", "PLAN"))
            .header("Location");
    for (String body : BODIES) {
      refused("reflection " + body, request().body(body).post(exercise + "/reflection"));
      refused("note " + body, request().body(body).post(session() + "/notes"));
      refused("register " + body, request().body(body).put(session() + "/register"));
    }
  }

  @Test
  void odd_lines_of_a_register_are_refused_by_name() {
    String id = man.enrolmentId().toString();
    Stream.of(
            "\"code\":\"ATTENDED\",\"attendedMinutes\":-1",
            "\"code\":\"ATTENDED\",\"attendedMinutes\":1.5",
            "\"code\":\"ATTENDED\",\"attendedMinutes\":\"300\"",
            "\"code\":\"ATTENDED\",\"arrivedAt\":\"25:00\",\"leftAt\":\"26:00\"",
            "\"code\":\"ATTENDED\",\"arrivedAt\":\"23:59\",\"leftAt\":\"00:00\"",
            "\"code\":\"MAKE_UP\",\"attendedMinutes\":10,\"makesUpFor\":\""
                + UUID.randomUUID()
                + "\"",
            "\"code\":\"ATTENDED\",\"attendedMinutes\":300,\"revision\":-1",
            "\"code\":\"ATTENDED\",\"attendedMinutes\":300,\"note\":\"words\"",
            "\"code\":\"GONE\"")
        .forEach(line -> {
          String body = "{\"entries\":[{\"enrolmentId\":\"%s\",%s}]}".formatted(id, line);
          refused(line, request().body(body).put(session() + "/register"));
        });
    refused(
        "far ahead",
        request()
            .body(
                "{\"takenAt\":\"+1000000000-12-31T23:59:59.999999999Z\",\"entries\":[{\"enrolmentId\":\"%s\",\"code\":\"ABSENT_AUTHORISED\"}]}"
                    .formatted(id))
            .put(session() + "/register"));
  }

  @Test
  void odd_text_is_refused_or_kept_as_it_is() {
    for (String text : List.of("\\u0000", "a\\u0000b", "\\ud800", "x".repeat(2001), " ")) {
      refused(
          "note", request().body("{\"text\":\"%s\"}".formatted(text)).post(session() + "/notes"));
    }
  }

  @Test
  void odd_addresses_and_parameters_are_refused() {
    Stream.of(
            "/v1/enrolments/nobody/disclosures",
            "/v1/enrolments/" + UUID.randomUUID() + "/attendance",
            "/v1/enrolments/" + UUID.randomUUID() + "/module-coverage",
            "/v1/enrolments/" + UUID.randomUUID() + "/milestones",
            "/v1/enrolments/" + UUID.randomUUID() + "/completion-conditions",
            "/v1/enrolments/" + UUID.randomUUID() + "/minutes",
            "/v1/runs/" + UUID.randomUUID() + "/attendance-grid",
            "/v1/sessions/" + UUID.randomUUID() + "/register",
            "/v1/sessions/" + UUID.randomUUID() + "/notes",
            man.path() + "/exercises/" + UUID.randomUUID(),
            man.path() + "/attendance?limit=0",
            man.path() + "/attendance?limit=101",
            man.path() + "/concerns?cursor=AAAA",
            man.path() + "/reviews?limit=many",
            "/v1/enrolments/reviews-due?by=tomorrow",
            "/v1/enrolments/reviews-due?by=%2B999999999-12-31")
        .forEach(path -> refused(path, as(MANAGER).get(path)));
  }

  private String session() {
    return "/v1/sessions/" + run.sessionIds().getFirst();
  }

  private static RequestSpecification request() {
    return as(MANAGER)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("If-Match", "*");
  }

  private static void refused(String what, Response answer) {
    assertThat(answer.statusCode()).as("%s: %s", what, answer.asString()).isBetween(400, 499);
    assertThat(answer.contentType()).as(what).startsWith("application/problem+json");
    assertThat(answer.<String>path("type")).as(what).startsWith("/problems/");
  }
}
