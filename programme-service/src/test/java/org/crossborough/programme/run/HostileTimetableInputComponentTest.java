package org.crossborough.programme.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.crossborough.programme.driver.CourseFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, the answer is a refusal with a type, and never a failure. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTimetableInputComponentTest {

  private static final List<String> BODIES =
      List.of(
          "",
          "null",
          "[]",
          "\"text\"",
          "{",
          "{}",
          "{\"date\":\"2025-02-30\"}",
          "{\"date\":\"+999999999-12-31\"}",
          "{\"date\":\"-999999999-01-01\"}",
          "{\"date\":20250101}",
          "{\"date\":\"2025-03-05\",\"startTime\":\"25:00\"}",
          "{\"date\":\"2025-03-05\",\"startTime\":null,\"knockOn\":\"perhaps\"}",
          "{\"reasonCode\":\"BECAUSE\"}",
          "{\"reasonCode\":7}",
          "{\"facilitators\":null}",
          "{\"facilitators\":[]}",
          "{\"facilitators\":[null,null]}",
          "{\"facilitators\":[\"\",\" \"]}",
          "{\"facilitators\":[\"a\\u0000b\",\"c\"]}",
          "{\"facilitators\":\"a\"}",
          "{\"title\":\"x\",\"sessions\":[{\"parts\":[null]}]}",
          "{\"title\":\"x\",\"sessions\":[null]}",
          "{\"unknown\":{}}");

  private String session = "";
  private String run = "";

  @BeforeEach
  void someRun() {
    if (!run.isEmpty()) {
      return;
    }
    CourseFixture course = CourseFixture.weekly(LocalDate.of(2025, 3, 4));
    run = course.path();
    session = course.session(5);
  }

  static Stream<String> bodies() {
    return BODIES.stream();
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void no_body_makes_a_move_fail(String body) {
    for (String path :
        List.of(
            run + "/cancellation",
            session + "/rescheduling",
            session + "/cancellation",
            session + "/facilitator-replacement",
            "/v1/programmes/MEN_AND_MASCULINITIES_WEEKLY/versions",
            "/v1/runs")) {
      assertRefused(path, send(path, body));
    }
  }

  @Test
  void no_schedule_makes_scheduling_fail() {
    LocalDate tuesday = LocalDate.of(2025, 3, 4);
    List<Object> schedules =
        List.of(
            Map.of(),
            Map.of("startTime", "25:61"),
            Map.of("startTime", "10:00", "cycles", 0),
            Map.of("startTime", "10:00", "cycles", Integer.MAX_VALUE),
            Map.of("startTime", "10:00", "weekdays", List.of()),
            Map.of("startTime", "10:00", "weekdays", List.of("SOMEDAY")),
            "daily",
            List.of());
    for (Object schedule : schedules) {
      Map<String, Object> request = CourseFixture.request(tuesday);
      request.put("schedule", schedule);
      assertRefused(String.valueOf(schedule), send("/v1/runs", request));
    }
    for (Map.Entry<String, Object> spoilt :
        Map.<String, Object>of(
                "startsOn", "+999999999-12-31",
                "venue", " ",
                "intake", "SOMETIMES",
                "intakeEveryWeeks", 4,
                "capacity", -1,
                "templateVersion", Integer.MIN_VALUE,
                "templateCode", "x\u0000y")
            .entrySet()) {
      Map<String, Object> request = CourseFixture.request(tuesday);
      request.put(spoilt.getKey(), spoilt.getValue());
      assertRefused(spoilt.toString(), send("/v1/runs", request));
    }
  }

  @Test
  void no_address_makes_a_reading_fail() {
    for (String path :
        List.of(
            "/v1/programmes/%00",
            "/v1/programmes/x'%3B--/versions",
            "/v1/programmes/MEN_AND_MASCULINITIES/versions/99999999999",
            "/v1/programmes/MEN_AND_MASCULINITIES/versions/-1",
            "/v1/programmes/MEN_AND_MASCULINITIES/versions?below=0",
            "/v1/facilitators/%00/day",
            "/v1/facilitators/%00/calendar.ics",
            "/v1/facilitators/%F0%9F%92%A9/day",
            "/v1/facilitators/me/day?date=99999-01-01",
            "/v1/runs/x/calendar.ics",
            "/v1/runs/" + UUID.randomUUID() + "/calendar.ics")) {
      assertRefused(path, as(MANAGER).urlEncodingEnabled(false).get(path));
    }
  }

  private static Response send(String path, Object body) {
    return as(MANAGER)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("If-Match", "*")
        .body(body)
        .post(path);
  }

  private static void assertRefused(String what, Response answer) {
    assertThat(answer.statusCode()).as(what + " " + answer.asString()).isBetween(400, 499);
    assertThat(answer.contentType()).as(what).startsWith("application/problem+json");
  }
}
