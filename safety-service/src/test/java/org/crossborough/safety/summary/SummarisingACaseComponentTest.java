package org.crossborough.safety.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.RiskDesk.added;
import static org.crossborough.safety.driver.RiskDesk.dash;
import static org.crossborough.safety.driver.RiskDesk.look;
import static org.crossborough.safety.driver.RiskDesk.marac;
import static org.crossborough.safety.driver.RiskDesk.move;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.attempt;
import static org.crossborough.safety.driver.SafetyApi.person;
import static org.crossborough.safety.driver.SafetyApi.talk;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SummarisingACaseComponentTest {

  private final Statistics statistics =
      Arc.container().instance(SessionFactory.class).get().getStatistics();

  @Test
  void everything_a_worker_needs_is_on_one_page_with_links_that_lead_there() {
    UUID id = aCase(person("Ada Summarised", "020 7946 0120", "YES"));
    fill(id, 1);

    Response summary = look(id, "summary");

    assertThat(summary.statusCode()).as(summary.asString()).isEqualTo(200);
    assertThat(summary.<String>path("status")).isEqualTo("ACTIVE_SUPPORT");
    assertThat(summary.<String>path("risk.level")).isEqualTo("HIGH");
    assertThat(summary.<String>path("marac.status")).isEqualTo("REFERRED");
    assertThat(summary.<Integer>path("safetyPlan.version")).isEqualTo(1);
    assertThat(summary.<Integer>path("children.underEighteen")).isEqualTo(1);
    assertThat(summary.<List<Map<String, Object>>>path("contact.next.ways"))
        .isNotEmpty()
        .allSatisfy(way -> assertThat(way).containsEntry("use", "CALL"));
    assertThat(summary.<List<String>>path("tasks.trigger"))
        .contains("NEXT_CONTACT", "SAFETY_PLAN_REVIEW");
    assertThat(summary.asString()).doesNotContain("Ada", "7946", "Strangled", "sister");
    Stream.of("contact.href", "risk.href", "marac.href", "safetyPlan.href", "children.href", "href")
        .map(summary::<String>path)
        .forEach(href ->
            assertThat(as(WORKER).header("X-Purpose", "SUPPORT_CALL").get(href).statusCode())
                .as(href)
                .isEqualTo(200));
  }

  @Test
  void a_case_of_which_little_is_known_has_a_page_too() {
    Response summary = look(aCase(), "summary");

    assertThat(summary.<Map<String, Object>>path("$"))
        .doesNotContainKeys("risk", "marac", "safetyPlan");
    assertThat(summary.<Integer>path("children.underEighteen")).isZero();
    assertThat(look(UUID.randomUUID(), "summary").statusCode()).isEqualTo(404);
  }

  @Test
  void a_long_record_takes_no_more_statements_than_a_short_one() {
    UUID brief = aCase();
    UUID full = aCase();
    fill(brief, 1);
    fill(full, 6);
    statistics.setStatisticsEnabled(true);
    try {
      assertThat(statements(full)).isPositive().isEqualTo(statements(brief));
    } finally {
      statistics.setStatisticsEnabled(false);
    }
  }

  /** The fewest of several readings: what works in the background is counted too. */
  private long statements(UUID id) {
    return LongStream.range(0, 12)
        .map(_ -> {
          long before = statistics.getPrepareStatementCount();
          assertThat(look(id, "summary").statusCode()).isEqualTo(200);
          return statistics.getPrepareStatementCount() - before;
        })
        .min()
        .orElseThrow();
  }

  private static void fill(UUID id, int times) {
    assertThat(attempt(id, talk("2026-01-08", "YES")).statusCode()).isEqualTo(201);
    for (int i = 0; i < times; i++) {
      var _ = added(id, "dash-assessments", dash(15));
      var _ =
          added(id, "marac-referrals", marac("2026-02-0" + (i + 1), "\"judgement\":\"He came\","));
      var _ = added(id, "children", "{\"name\":\"Example\",\"underEighteen\":true}");
      String plan =
          """
          {"agreedOn":"2026-02-03","reviewOn":"2026-03-03","steps":[
           {"situation":"LEAVING","step":"A bag is at her sister's"}]}\
          """;
      assertThat(move(id, "safety-plan/versions", "\"%d\"".formatted(i), plan).statusCode())
          .isEqualTo(201);
    }
  }
}
