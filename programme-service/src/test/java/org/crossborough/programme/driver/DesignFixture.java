package org.crossborough.programme.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A version of the day programme, published by a test for its own runs. */
public final class DesignFixture {

  public static final String DAY_PROGRAMME = "MEN_AND_MASCULINITIES";

  private DesignFixture() {}

  /**
   * Two modules that every man must cover, reviews on record, and individual sessions that count.
   */
  public static int demanding() {
    Map<String, Object> design = new TreeMap<>();
    design.put("title", "Men and Masculinities, demanding");
    design.put("groupType", "BEHAVIOUR_CHANGE");
    design.put("form", "DAY_PROGRAMME");
    design.put("weeks", 2);
    design.put("minimumCountableMinutes", 300);
    design.put("mandatoryModuleCodes", List.of("MASCULINITY", "INTIMACY"));
    design.put("absencePolicy", Map.of("consecutiveUnauthorised", 1, "totalUnauthorised", 1));
    design.put("individualSessionsCount", true);
    design.put("recordedReviews", true);
    design.put("sessions", List.of(session(1, "MASCULINITY"), session(2, "INTIMACY")));
    return publish(design);
  }

  /** A run of that version with as many sessions as asked for, all of them held. */
  public static RunFixture held(int version, int sessions) {
    Map<String, Object> request = RunFixture.request(sessions, RunFixture.FIRST_DAY);
    request.put("templateVersion", version);
    return RunFixture.held(request);
  }

  private static int publish(Map<String, Object> design) {
    String programme = "/v1/programmes/" + DAY_PROGRAMME;
    Response answer =
        ProgrammeApi.as(ProgrammeApi.MANAGER)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", ProgrammeApi.get(programme).header("ETag"))
            .body(design)
            .post(programme + "/versions");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer.path("version");
  }

  private static Map<String, Object> session(int index, String module) {
    return Map.of("index", index, "phase", "ONLY", "parts", List.of(part(150, true, module)));
  }

  /** A part of a session, as requests give it. */
  public static Map<String, Object> part(int minutes, boolean countable, String module) {
    return Map.of(
        "minutes",
        minutes,
        "countable",
        countable,
        "moduleCode",
        module,
        "approachTags",
        List.of());
  }
}
