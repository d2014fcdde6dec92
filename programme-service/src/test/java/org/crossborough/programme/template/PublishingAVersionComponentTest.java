package org.crossborough.programme.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crossborough.programme.driver.ProgrammeApi.FACILITATOR;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.get;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.programme.driver.CourseFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishingAVersionComponentTest {

  private static final String FOLLOW_ON = "/v1/programmes/MEN_AND_MASCULINITIES_FOLLOW_ON";

  @Test
  void the_shipped_programmes_are_what_their_forms_promise() {
    Response day = get("/v1/programmes/MEN_AND_MASCULINITIES/versions/2");
    Response weekly = get("/v1/programmes/MEN_AND_MASCULINITIES_WEEKLY/versions/1");
    Response followOn = get("/v1/programmes/MEN_AND_MASCULINITIES_FOLLOW_ON/versions/1");

    assertThat(day.<Integer>path("plannedMinutes")).isGreaterThanOrEqualTo(60 * 60);
    assertThat(day.<Integer>path("countableMinutes")).isBetween(1800, 4199);
    assertThat(day.jsonPath().getList("mandatoryModuleCodes"))
        .contains(
            "MASCULINITY",
            "SEXUAL_RESPECT",
            "INSTRUMENTAL_SYSTEMATIC_IPV",
            "INTIMACY",
            "SUBSTANCE_USE_AND_CONTROL",
            "POST_VIOLENCE_PARENTING",
            "FEAR_SHAME_PARENTING",
            "ATTACHMENT",
            "POST_SEPARATION_ABUSE",
            "LETTING_GO");
    assertThat(weekly.<Integer>path("sessions.size()")).isEqualTo(26);
    assertThat(weekly.jsonPath().getList("sessions.findAll { it.phase == 'ENDING_VIOLENCE' }"))
        .as("the first third")
        .hasSize(9);
    assertThat(weekly.<Integer>path("plannedMinutes")).isEqualTo(26 * 180);
    assertThat(followOn.<String>path("form")).isEqualTo("FORTNIGHTLY");
    assertThat(followOn.<Integer>path("plannedMinutes")).isEqualTo(13 * 120);
    assertThat(followOn.<Integer>path("absencePolicy.consecutiveUnauthorised")).isEqualTo(2);
    assertThat(followOn.<Integer>path("absencePolicy.totalUnauthorised")).isEqualTo(3);
  }

  @Test
  void a_published_version_supersedes_and_the_old_one_stays_readable() {
    Response before = get(FOLLOW_ON);
    int old = before.path("version");

    Response published = publish(FOLLOW_ON, before.header("ETag"), design());

    assertThat(published.statusCode()).as(published.asString()).isEqualTo(201);
    assertThat(published.<Integer>path("version")).isEqualTo(old + 1);
    assertThat(published.header("Location")).isEqualTo(FOLLOW_ON + "/versions/" + (old + 1));
    assertThat(get(published.header("Location")).asString()).isEqualTo(published.asString());
    assertThat(get(FOLLOW_ON).asString()).isEqualTo(published.asString());
    assertThat(get(FOLLOW_ON + "/versions/" + old).asString()).isEqualTo(before.asString());
    assertThat(get(FOLLOW_ON + "/versions?limit=2").jsonPath().getList("items.version"))
        .containsExactly(old + 1, old);
  }

  @Test
  void a_run_keeps_the_version_it_was_scheduled_with() {
    Map<String, Object> request = CourseFixture.request(LocalDate.of(2025, 3, 4));
    request.put("templateCode", "MEN_AND_MASCULINITIES_FOLLOW_ON");
    CourseFixture run = CourseFixture.scheduled(request);
    String before = run.read().asString();

    Response published = publish(FOLLOW_ON, get(FOLLOW_ON).header("ETag"), design());

    assertThat(published.statusCode()).isEqualTo(201);
    assertThat(run.read().asString()).isEqualTo(before);
    assertThat(run.read().<Integer>path("templateVersion")).isEqualTo(1);
    assertThat(run.read().<Integer>path("sessions.size()")).isEqualTo(13);
  }

  @Test
  void of_two_who_publish_at_once_one_succeeds() throws Exception {
    String seen = get(FOLLOW_ON).header("ETag");
    List<Callable<Response>> both =
        IntStream.range(0, 4)
            .mapToObj(i -> (Callable<Response>) () -> publish(FOLLOW_ON, seen, design()))
            .toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> answers =
          threads.invokeAll(both).stream().map(done -> done.resultNow().statusCode()).toList();
      assertThat(answers)
          .containsOnlyOnce(201)
          .allMatch(code -> List.of(201, 409, 412).contains(code));
    }
  }

  @Test
  void not_even_the_owner_of_the_table_changes_what_was_published() {
    for (String change :
        List.of(
            "update programme_template_version set published_by = 'nobody'",
            "delete from programme_template_version",
            "truncate programme_template_version cascade")) {
      assertThatThrownBy(() -> executeAsOwner(change))
          .as(change)
          .isInstanceOfSatisfying(
              SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
    }
  }

  @Test
  void what_is_not_this_work_cannot_be_marked_as_if_it_were() {
    Map<String, Object> anger = design();
    anger.put("groupType", "ANGER_MANAGEMENT");
    String seen = get(FOLLOW_ON).header("ETag");

    Response refused = publish(FOLLOW_ON, seen, anger);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<String>path("violations[0].field"))
        .isEqualTo("sessions[0].parts[0].countable");
    assertThat(refused.<String>path("violations[0].code")).isEqualTo("GROUP_NEVER_COUNTS");
    assertThat(get(FOLLOW_ON).header("ETag")).isEqualTo(seen);
  }

  @Test
  void stale_unknown_and_unauthorised_are_refused() {
    assertThat(publish(FOLLOW_ON, "\"0\"", design()).statusCode()).isEqualTo(412);
    assertThat(publish("/v1/programmes/NO_SUCH", "*", design()).<String>path("type"))
        .isEqualTo("/problems/template/not-found");
    assertThat(get("/v1/programmes/NO_SUCH").statusCode()).isEqualTo(404);
    assertThat(get(FOLLOW_ON + "/versions/999").statusCode()).isEqualTo(404);
    assertThat(get("/v1/programmes/NO_SUCH/versions").statusCode()).isEqualTo(404);
    assertThat(
            as(FACILITATOR)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "*")
                .body(design())
                .post(FOLLOW_ON + "/versions")
                .statusCode())
        .isEqualTo(403);
  }

  private static Response publish(String programme, String seen, Object body) {
    return as(MANAGER)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("If-Match", seen)
        .body(body)
        .post(programme + "/versions");
  }

  private static Map<String, Object> design() {
    Map<String, Object> design = new TreeMap<>();
    design.put("title", "Men and Masculinities, follow-on");
    design.put("groupType", "FOLLOW_ON");
    design.put("form", "FORTNIGHTLY");
    design.put("weeks", 2);
    design.put("minimumCountableMinutes", 0);
    design.put("mandatoryModuleCodes", List.of("INTIMACY"));
    design.put(
        "sessions",
        List.of(
            Map.of(
                "index",
                1,
                "phase",
                "STAYING_CHANGED",
                "parts",
                List.of(
                    Map.of(
                        "minutes",
                        120,
                        "countable",
                        true,
                        "moduleCode",
                        "INTIMACY",
                        "approachTags",
                        List.of("RELATIONSHIP_SKILLS"))))));
    return design;
  }

  private static void executeAsOwner(String sql) throws SQLException {
    try (Connection connection = Psql.asOwner();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
