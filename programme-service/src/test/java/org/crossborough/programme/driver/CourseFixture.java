package org.crossborough.programme.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A run made from a template and a pattern, led by two facilitators of its own, so that no test
 * takes another's.
 */
public record CourseFixture(UUID id, List<String> facilitators) {

  public static final String WEEKLY = "MEN_AND_MASCULINITIES_WEEKLY";

  /** The weekly programme in Islington from that day on, at six in the evening. */
  public static CourseFixture weekly(LocalDate first) {
    return scheduled(request(first));
  }

  public static CourseFixture scheduled(Map<String, Object> request) {
    Response answer = ProgrammeApi.post("/v1/runs", request);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return new CourseFixture(
        UUID.fromString(answer.path("id")), answer.jsonPath().getList("facilitators"));
  }

  /** A valid request, to be changed by those who want something else. */
  public static Map<String, Object> request(LocalDate first) {
    String two = UUID.randomUUID().toString();
    Map<String, Object> request = new TreeMap<>();
    request.put("templateCode", WEEKLY);
    request.put("templateVersion", 1);
    request.put("boroughCode", RunFixture.ISLINGTON);
    request.put("startsOn", first.toString());
    request.put("facilitators", List.of("first-" + two, "second-" + two));
    request.put("schedule", new TreeMap<>(Map.of("startTime", "18:00")));
    return request;
  }

  public String path() {
    return "/v1/runs/" + id;
  }

  public Response read() {
    return ProgrammeApi.get(path());
  }

  /** The path of a session, by its place counted from 1. */
  public String session(int index) {
    return "/v1/sessions/" + read().<String>path("sessions[%d].id".formatted(index - 1));
  }

  /** The days of those sessions that are not cancelled, in the order of their indexes. */
  public List<LocalDate> days() {
    List<String> days =
        read().jsonPath().getList("sessions.findAll { it.status != 'CANCELLED' }.date");
    return days.stream().map(LocalDate::parse).toList();
  }
}
