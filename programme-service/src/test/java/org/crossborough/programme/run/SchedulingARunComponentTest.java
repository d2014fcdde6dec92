package org.crossborough.programme.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ProgrammeApi.FACILITATOR;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.post;
import static org.crossborough.programme.driver.RunFixture.FIRST_DAY;
import static org.crossborough.programme.driver.RunFixture.request;
import static org.crossborough.programme.driver.RunFixture.session;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchedulingARunComponentTest {

  private final RunConfig config;

  @Inject
  SchedulingARunComponentTest(RunConfig config) {
    this.config = config;
  }

  @Test
  void a_run_is_stored_with_its_sessions_and_told_of() {
    Response answer = post("/v1/runs", request(3, FIRST_DAY));

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    String id = answer.path("id");
    assertThat(answer.header("Location")).isEqualTo("/v1/runs/" + id);
    assertThat(answer.<String>path("status")).isEqualTo("PLANNED");
    assertThat(answer.<String>path("sessions[0].startTime")).isEqualTo("10:00");
    assertThat(answer.jsonPath().getList("sessions.status")).containsOnly("SCHEDULED").hasSize(3);
    assertThat(get("/v1/runs/" + id).asString()).isEqualTo(answer.asString());
    assertThat(get("/v1/runs/" + id).header("ETag")).isEqualTo(answer.header("ETag"));
    RunScheduled told =
        Wire.await(RunScheduled.class, event -> event.runId().toString().equals(id));
    assertThat(told.minimumCountableMinutes()).isEqualTo(1800);
    assertThat(told.capacity()).isEqualTo(15);
  }

  @Test
  void a_run_that_names_no_capacity_gets_the_usual_one() {
    Map<String, Object> request = request(1, FIRST_DAY);
    request.remove("capacity");

    assertThat(post("/v1/runs", request).<Integer>path("capacity")).isEqualTo(12);
  }

  @Test
  void the_shipped_template_can_be_read() {
    Response answer = get("/v1/programmes");

    assertThat(answer.<String>path("items[0].code")).isEqualTo("MEN_AND_MASCULINITIES");
    assertThat(
            get("/v1/programmes/MEN_AND_MASCULINITIES/versions/1")
                .<Integer>path("minimumCountableMinutes"))
        .isEqualTo(1800);
  }

  @Test
  void lists_are_newest_first_and_follow_their_cursor() {
    RunFixture older = RunFixture.scheduled(1);
    RunFixture newer = RunFixture.scheduled(1);

    Response first = get("/v1/runs?limit=1");
    Response second = get("/v1/runs?limit=1&cursor=" + first.path("next"));

    assertThat(first.<String>path("items[0].id")).isEqualTo(newer.id().toString());
    assertThat(first.header("Link")).contains("rel=\"next\"");
    assertThat(second.<String>path("items[0].id")).isEqualTo(older.id().toString());
  }

  @Test
  void a_repeat_gets_the_same_bytes_and_the_key_takes_no_other_body() throws Exception {
    String key = UUID.randomUUID().toString();
    Map<String, Object> request = request(1, FIRST_DAY);

    Response first = post("/v1/runs", request, key);
    Response repeat = post("/v1/runs", request, key);
    Response other = post("/v1/runs", request(2, FIRST_DAY), key);

    assertThat(repeat.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(repeat.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(
            Psql.count(
                "select count(*) from programme_session where run_id = ?",
                UUID.fromString(first.path("id"))))
        .isEqualTo(1);
  }

  @Test
  void what_breaks_a_rule_is_named_by_field_and_code() {
    Map<String, Object> request = request(2, FIRST_DAY);
    request.put("facilitators", List.of("demo-facilitator"));
    request.put("capacity", 17);
    request.put("sessions", List.of(session(1, FIRST_DAY.minusDays(1))));

    Response answer = post("/v1/runs", request);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.<String>path("type")).isEqualTo("/problems/request/invalid");
    assertThat(answer.jsonPath().getList("violations.field"))
        .containsExactly("capacity", "facilitators", "sessions[0].date");
    assertThat(answer.jsonPath().getList("violations.code"))
        .containsExactly("TOO_MANY", "TOO_FEW", "OUTSIDE_RUN");
  }

  @Test
  void single_fields_are_checked() {
    Map<String, Object> request = request(1, FIRST_DAY);
    request.put("boroughCode", "Islington");
    request.remove("startsOn");
    Map<String, Object> session = session(1, FIRST_DAY);
    session.put("countableMinutes", -1);
    request.put("sessions", List.of(session));

    Response answer = post("/v1/runs", request);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.jsonPath().getList("violations.field"))
        .containsExactly("boroughCode", "sessions[0].countableMinutes", "startsOn");
  }

  @Test
  void unknown_templates_fields_and_bodies_are_refused() {
    Map<String, Object> unknownTemplate = request(1, FIRST_DAY);
    unknownTemplate.put("templateVersion", 99);
    Map<String, Object> unknownField = request(1, FIRST_DAY);
    unknownField.put("colour", "green");

    assertThat(post("/v1/runs", unknownTemplate).<String>path("violations[0].code"))
        .isEqualTo("UNKNOWN_TEMPLATE");
    assertThat(post("/v1/runs", unknownField).<String>path("violations[0].code"))
        .isEqualTo("UNKNOWN_FIELD");
    assertThat(post("/v1/runs", "{\"templateCode\":").statusCode()).isEqualTo(400);
  }

  @Test
  void who_may_not_is_refused() {
    Map<String, Object> request = request(1, FIRST_DAY);

    assertThat(as(FACILITATOR).header("Idempotency-Key", "k").body(request).post("/v1/runs"))
        .extracting(Response::statusCode)
        .isEqualTo(403);
    assertThat(as("demo-iss-worker").get("/v1/runs").statusCode()).isIn(401, 403);
    assertThat(as("demo-borough-islington").get("/v1/runs").statusCode()).isEqualTo(403);
    assertThat(RestAssured.get("/v1/runs").statusCode()).isEqualTo(401);
  }

  @Test
  void a_post_without_a_key_is_refused() {
    Response answer = as(ProgrammeApi.MANAGER).body(request(1, FIRST_DAY)).post("/v1/runs");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.<String>path("type")).endsWith("/idempotency-key-required");
  }

  @Test
  void an_unknown_run_is_not_found() {
    assertThat(get("/v1/runs/" + UUID.randomUUID()).<String>path("type"))
        .isEqualTo("/problems/run/not-found");
    assertThat(get("/v1/runs/" + UUID.randomUUID() + "/enrolments").statusCode()).isEqualTo(404);
    assertThat(get("/v1/runs/no-id").statusCode()).isEqualTo(404);
  }

  @Test
  void the_defaults_are_these() {
    assertThat(config.usualCapacity()).isEqualTo(12);
    assertThat(config.capacityCap()).isEqualTo(15);
    assertThat(config.facilitators()).isEqualTo(2);
    assertThat(config.minimumToRun()).isEqualTo(3);
    assertThat(config.intakeEveryWeeks()).isEqualTo(6);
  }
}
