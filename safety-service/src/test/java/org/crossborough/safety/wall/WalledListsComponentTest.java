package org.crossborough.safety.wall;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.RiskDesk.added;
import static org.crossborough.safety.driver.SafetyApi.CAMDEN;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON;
import static org.crossborough.safety.driver.SafetyApi.MANAGER;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.safety.driver.SafetyApi;
import org.crossborough.safety.driver.Walls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every operation that reads, as the service describes them itself: a new one is asked here too,
 * and a new list has to be named here or to show that it can be walled off.
 */
@QuarkusTest
class WalledListsComponentTest {

  private static final String OF_A_CASE = "/v1/survivor-cases/{id}";

  /** Lists of cases, or of what names one. */
  private static final Set<String> OF_CASES =
      Set.of("/v1/survivor-cases", "/v1/contact-tasks", "/v1/case-meetings", "/v1/glass-breakings");

  /** Lists in which no case is. */
  private static final Set<String> OF_SOMETHING_ELSE =
      Set.of(
          "/v1/at-risk-details/keys",
          "/v1/case-teams",
          "/v1/dash-questions",
          "/v1/declared-conflicts",
          "/v1/quarantined-handoffs");

  /** What keeps the manager from the case. */
  enum Wall {
    CONFLICT,
    TEAM
  }

  @AfterEach
  void take_everything_down() throws SQLException {
    Walls.takeDown();
  }

  @ParameterizedTest
  @EnumSource
  void no_operation_shows_a_case_behind_a_wall_or_that_there_is_one(Wall wall) throws Exception {
    UUID id = aCase(person("Walled Person", "020 7946 0094", "YES").replace(ISLINGTON, CAMDEN));
    List<String> hers = whatNames(id);
    for (String path : lists()) {
      assertThat(OF_CASES.contains(path) || OF_SOMETHING_ELSE.contains(path)).as(path).isTrue();
      if (OF_CASES.contains(path)) {
        assertThat(hers).as(path).anyMatch(all(MANAGER, path)::contains);
      }
    }

    putUp(wall, id);

    for (String path : lists()) {
      if (wall == Wall.TEAM && path.equals("/v1/glass-breakings")) {
        continue; // Who decides about an emergency way has to see to which case.
      }
      assertThat(hers).as(path).noneMatch(all(MANAGER, path)::contains);
    }
    for (String path : reading()) {
      if (path.startsWith(OF_A_CASE)) {
        Response answer = read(MANAGER, path, id);
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(told(answer)).as(path).isEqualTo(told(read(MANAGER, path, UUID.randomUUID())));
      }
    }
  }

  /** The ids of her case and of what there is about it. */
  private static List<String> whatNames(UUID id) throws SQLException {
    Response meeting =
        as(WORKER)
            .contentType(ContentType.JSON)
            .body("{\"heldOn\":\"2026-02-10\",\"attendees\":[\"SUPPORT_WORKER\"]}")
            .post("/v1/case-meetings");
    String meetingId = meeting.path("id");
    var _ =
        added(
            id,
            "discussions",
            "{\"meetingId\":\"%s\",\"riskRating\":\"HIGH\",\"said\":\"She has moved\",\"actions\":[]}"
                .formatted(meetingId));
    Response asked =
        as(WORKER)
            .contentType(ContentType.JSON)
            .body(
                "{\"caseId\":\"%s\",\"reasonCode\":\"IMMEDIATE_DANGER\",\"minutes\":15}"
                    .formatted(id))
            .post("/v1/glass-breakings");
    assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(201);
    List<String> names = new ArrayList<>(List.of(id.toString(), meetingId));
    for (Map<String, Object> row :
        Psql.rows("*", "select person_id from survivor_case where id = ?", id)) {
      names.add(String.valueOf(row.get("person_id")));
    }
    for (Map<String, Object> row :
        Psql.rows("*", "select id from contact_task where case_id = ?", id)) {
      names.add(String.valueOf(row.get("id")));
    }
    return names;
  }

  private static void putUp(Wall wall, UUID id) throws SQLException {
    switch (wall) {
      case TEAM -> {
        var _ = SafetyApi.join(CAMDEN, "another-worker");
      }
      case CONFLICT -> {
        var _ = Walls.declareConflict(MANAGER, "KNOWS_HIM", id);
      }
    }
  }

  private static List<String> lists() {
    return reading().stream().filter(path -> !path.contains("{")).toList();
  }

  private static List<String> reading() {
    Map<String, Map<String, Object>> paths =
        given().accept(ContentType.JSON).get("/q/openapi?format=json").path("paths");
    List<String> reading =
        paths.entrySet().stream()
            .filter(path -> path.getValue().containsKey("get"))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(reading).hasSizeGreaterThan(25);
    return reading;
  }

  private static Response read(String who, String path, UUID caseId) {
    String address =
        path.replace("{id}", caseId.toString())
            .replace("{version}", "1")
            .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    return as(who).header("X-Purpose", "SUPPORT_CALL").get(address);
  }

  /** A list from its first page to its last. */
  private static String all(String who, String path) {
    StringBuilder all = new StringBuilder();
    String cursor = "";
    do {
      Response page = as(who).get(path + "?limit=100" + cursor);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      all.append(page.asString());
      cursor = page.path("next") == null ? "" : "&cursor=" + page.path("next");
    } while (!cursor.isEmpty());
    return all.toString();
  }

  private static String told(Response answer) {
    return answer
        .asString()
        .replace(answer.header("X-Correlation-ID"), "…")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
  }
}
