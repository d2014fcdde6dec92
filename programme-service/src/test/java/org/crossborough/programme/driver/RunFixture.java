package org.crossborough.programme.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** A run in Islington with sessions of 300 minutes, half of them countable, on following days. */
public record RunFixture(UUID id, List<String> sessionIds) {

  public static final String ISLINGTON = "E09000019";
  public static final LocalDate FIRST_DAY = LocalDate.of(2025, 2, 3);

  public static RunFixture scheduled(int sessions) {
    return scheduled(request(sessions, FIRST_DAY));
  }

  public static RunFixture scheduled(Map<String, Object> request) {
    Response answer = ProgrammeApi.post("/v1/runs", request);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return new RunFixture(
        UUID.fromString(answer.path("id")), answer.jsonPath().getList("sessions.id"));
  }

  /** Scheduled, and every session held. */
  public static RunFixture held(int sessions) {
    return held(request(sessions, FIRST_DAY));
  }

  /** Scheduled as the request says, and every session held. */
  public static RunFixture held(Map<String, Object> request) {
    RunFixture run = scheduled(request);
    for (String session : run.sessionIds()) {
      Response answer = ProgrammeApi.move("/v1/sessions/" + session, "holding", holding());
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }
    return run;
  }

  public static Map<String, Object> holding() {
    return Map.of(
        "actualMinutes",
        300,
        "facilitators",
        List.of("demo-facilitator", "demo-second-facilitator"));
  }

  /** A valid request, to be spoilt by those who test refusals. */
  public static Map<String, Object> request(int sessions, LocalDate firstDay) {
    Map<String, Object> request = new TreeMap<>();
    request.put("templateCode", "MEN_AND_MASCULINITIES");
    request.put("templateVersion", 1);
    request.put("boroughCode", ISLINGTON);
    request.put("startsOn", firstDay.toString());
    request.put("endsOn", firstDay.plusDays(sessions).toString());
    request.put("capacity", 15);
    request.put("facilitators", List.of("demo-facilitator", "demo-second-facilitator"));
    request.put(
        "sessions",
        IntStream.range(0, sessions).mapToObj(i -> session(i + 1, firstDay.plusDays(i))).toList());
    return request;
  }

  public static Map<String, Object> session(int index, LocalDate date) {
    return new TreeMap<>(
        Map.of(
            "index",
            index,
            "date",
            date.toString(),
            "startTime",
            "10:00",
            "plannedMinutes",
            300,
            "countableMinutes",
            150,
            "moduleCodes",
            List.of("MASCULINITY")));
  }
}
