package org.crossborough.programme.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewsComponentTest {

  private ManFixture man;

  @BeforeEach
  void prepare() {
    man = ManFixture.cleared(RunFixture.held(3));
  }

  @Test
  void a_later_review_says_whether_the_milestones_are_reached() {
    Response intake = review("INTAKE", "NO", "UNCHANGED");
    assertThat(intake.statusCode()).as(intake.asString()).isEqualTo(201);
    assertThat(milestone("VIOLENCE_STOPPED", "reached")).isEqualTo(false);
    assertThat(milestone("VIOLENCE_STOPPED", "due")).isEqualTo(true);
    assertThat(milestone("VIOLENCE_STOPPED", "evidence")).isEqualTo("HIS_ACCOUNT");

    assertThat(review("MID_POINT", "YES", "REDUCED").statusCode()).isEqualTo(201);

    assertThat(milestone("VIOLENCE_STOPPED", "reached")).isEqualTo(true);
    assertThat(milestone("INSTRUMENTAL_USE_STOPPED_OR_REDUCED", "reached")).isEqualTo(true);
    assertThat(get(man.path() + "/reviews").jsonPath().getList("items.stage"))
        .containsExactly("MID_POINT", "INTAKE");
  }

  @Test
  void codes_alone_are_taken() {
    Map<String, Object> words = new TreeMap<>(form("INTAKE", "YES", "STOPPED"));
    words.put("partnerSays", "anything");
    Map<String, Object> early = new TreeMap<>(form("INTAKE", "YES", "STOPPED"));
    early.put("exitTopRequestedOn", "2025-02-03");
    Map<String, Object> tomorrow = new TreeMap<>(form("END", "YES", "STOPPED"));
    tomorrow.put("reviewedOn", "2100-01-01");

    assertThat(post(man.path() + "/reviews", words).<String>path("violations[0].code"))
        .isEqualTo("UNKNOWN_FIELD");
    assertThat(post(man.path() + "/reviews", early).<String>path("violations[0].code"))
        .isEqualTo("END_ONLY");
    assertThat(post(man.path() + "/reviews", tomorrow).<String>path("violations[0].code"))
        .isEqualTo("IN_FUTURE");
    assertThat(post(man.path() + "/reviews", Map.of("stage", "INTAKE")).statusCode())
        .isEqualTo(400);
  }

  private Object milestone(String code, String field) {
    return get(man.path() + "/milestones")
        .path("items.find { it.code == '%s' }.%s".formatted(code, field));
  }

  private Response review(String stage, String stopped, String use) {
    return post(man.path() + "/reviews", form(stage, stopped, use));
  }

  private static Map<String, Object> form(String stage, String stopped, String use) {
    return Map.of(
        "stage",
        stage,
        "takingResponsibility",
        "PARTLY",
        "violenceStopped",
        stopped,
        "instrumentalUse",
        use,
        "relapseTriggers",
        List.of("CONFLICT", "CHILD_CONTACT"),
        "childContact",
        "SUPERVISED",
        "assessedRisk",
        "MEDIUM");
  }
}
