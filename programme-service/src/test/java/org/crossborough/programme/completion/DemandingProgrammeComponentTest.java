package org.crossborough.programme.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ManFixture.register;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.move;
import static org.crossborough.programme.driver.ProgrammeApi.post;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crossborough.programme.completion.DemandingProgrammeComponentTest.Demanding;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Demanding.class)
class DemandingProgrammeComponentTest {

  /** Programmes with mandatory modules, recorded reviews, and individual sessions that count. */
  public static class Demanding implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "crossborough.requirement.mandatory-modules",
          "MASCULINITY,INTIMACY",
          "crossborough.requirement.recorded-reviews",
          "true",
          "crossborough.requirement.individual-sessions-count",
          "true");
    }
  }

  @Test
  void completion_names_all_that_is_missing_until_nothing_is() {
    RunFixture run = RunFixture.held(12);
    ManFixture man = ManFixture.cleared(run);
    Map<String, Object> alone = new TreeMap<>();
    alone.put("heldOn", RunFixture.FIRST_DAY.minusDays(3).toString());
    alone.put("attendedMinutes", 30);
    Response before = post(man.path() + "/individual-sessions", alone);
    run.sessionIds().forEach(session -> attend(session, man));

    Response early = complete(man);

    assertThat(before.<Integer>path("countableMinutes")).isEqualTo(30);
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.<String>path("type")).isEqualTo("/problems/enrolment/conditions-unmet");
    assertThat(early.jsonPath().getList("violations.code"))
        .containsExactly("MODULE_MISSING", "END_REVIEW_MISSING", "EXIT_TOP_NOT_REQUESTED");
    assertThat(get(man.path() + "/module-coverage").jsonPath().getList("toMakeUp"))
        .containsExactly("INTIMACY");

    alone.put("sessionId", before.path("id"));
    alone.put("moduleCodes", List.of("INTIMACY"));
    assertThat(post(man.path() + "/individual-sessions", alone).statusCode()).isEqualTo(201);
    assertThat(post(man.path() + "/reviews", endReview()).statusCode()).isEqualTo(201);
    Response complete = complete(man);

    assertThat(complete.statusCode()).as(complete.asString()).isEqualTo(200);
    assertThat(complete.<Integer>path("countableMinutes")).isEqualTo(1830);
    assertThat(
            ProgrammeApi.as(ProgrammeApi.MANAGER)
                .get(man.path() + "/minutes")
                .<Integer>path("rebuiltCountableMinutes"))
        .isEqualTo(1830);
  }

  @Test
  void being_alone_with_a_facilitator_starts_nothing_and_needs_no_group() {
    ManFixture man = ManFixture.cleared(RunFixture.scheduled(1));

    Response recorded =
        post(
            man.path() + "/individual-sessions",
            Map.of("heldOn", RunFixture.FIRST_DAY.toString(), "attendedMinutes", 60));

    assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
    assertThat(get(man.path()).<String>path("status")).isEqualTo("PLANNED");
    assertThat(get(man.path()).<Integer>path("countableMinutes")).isEqualTo(60);
  }

  private static Response complete(ManFixture man) {
    return move(man.path(), "completion", Map.of("endReviewDone", true));
  }

  private static void attend(String session, ManFixture man) {
    Response answer = ProgrammeApi.register(session, register(man.line("ATTENDED", 300)));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  private static Map<String, Object> endReview() {
    return Map.of(
        "stage",
        "END",
        "takingResponsibility",
        "FULLY",
        "violenceStopped",
        "YES",
        "instrumentalUse",
        "STOPPED",
        "relapseTriggers",
        List.of(),
        "childContact",
        "NO_CHILDREN",
        "assessedRisk",
        "STANDARD",
        "exitTopRequestedOn",
        "2025-03-03");
  }
}
