package org.crossborough.programme.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ManFixture.register;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.move;
import static org.crossborough.programme.driver.ProgrammeApi.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crossborough.programme.driver.DesignFixture;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemandingProgrammeComponentTest {

  @Test
  void completion_names_all_that_is_missing_until_nothing_is() {
    RunFixture run = DesignFixture.held(DesignFixture.demanding(), 2);
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
    assertThat(complete.<Integer>path("countableMinutes")).isEqualTo(330);
    assertThat(
            ProgrammeApi.as(ProgrammeApi.MANAGER)
                .get(man.path() + "/minutes")
                .<Integer>path("rebuiltCountableMinutes"))
        .isEqualTo(330);
  }

  @Test
  void being_alone_with_a_facilitator_starts_nothing_and_needs_no_group() {
    ManFixture man = ManFixture.cleared(DesignFixture.held(DesignFixture.demanding(), 1));

    Response recorded =
        post(
            man.path() + "/individual-sessions",
            Map.of("heldOn", RunFixture.FIRST_DAY.toString(), "attendedMinutes", 60));

    assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
    assertThat(get(man.path()).<String>path("status")).isEqualTo("PLANNED");
    assertThat(get(man.path()).<Integer>path("countableMinutes")).isEqualTo(60);
  }

  @Test
  void a_run_is_judged_by_the_version_it_was_scheduled_with() {
    ManFixture weekly = manOn("MEN_AND_MASCULINITIES_WEEKLY", 2);
    ManFixture days = manOn("MEN_AND_MASCULINITIES", 3);
    ManFixture before = manOn("MEN_AND_MASCULINITIES", 1);
    ManFixture withoutReviews = manOn("MEN_AND_MASCULINITIES_WEEKLY", 1);

    assertThat(missing(weekly))
        .containsOnlyOnce("HOURS_SHORT", "END_REVIEW_MISSING", "EXIT_TOP_NOT_REQUESTED")
        .filteredOn("MODULE_MISSING"::equals)
        .hasSize(10);
    assertThat(missing(days)).hasSameElementsAs(missing(weekly)).hasSameSizeAs(missing(weekly));
    assertThat(missing(withoutReviews))
        .contains("MODULE_MISSING")
        .doesNotContain("END_REVIEW_MISSING", "EXIT_TOP_NOT_REQUESTED");
    assertThat(missing(before)).containsExactly("HOURS_SHORT");
  }

  @Test
  void the_absence_policy_is_that_of_the_version() {
    RunFixture run = DesignFixture.held(DesignFixture.demanding(), 1);
    ManFixture man = ManFixture.cleared(run);

    Response absent =
        ProgrammeApi.register(
            run.sessionIds().getFirst(), register(man.line("ABSENT_UNAUTHORISED", 0)));

    assertThat(absent.statusCode()).as(absent.asString()).isEqualTo(200);
    assertThat(get(man.path() + "/concerns").jsonPath().getList("items.concernCode"))
        .containsExactlyInAnyOrder("ABSENT_UNAUTHORISED", "ABSENCE_REVIEW");
  }

  private static ManFixture manOn(String template, int version) {
    Map<String, Object> request = RunFixture.request(1, RunFixture.FIRST_DAY);
    request.put("templateCode", template);
    request.put("templateVersion", version);
    return ManFixture.allocated(RunFixture.scheduled(request));
  }

  private static List<String> missing(ManFixture man) {
    return get(man.path() + "/completion-conditions")
        .jsonPath()
        .getList("conditions.missing.flatten().code");
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
