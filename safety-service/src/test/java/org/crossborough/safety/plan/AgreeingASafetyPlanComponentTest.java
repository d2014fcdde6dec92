package org.crossborough.safety.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.RiskDesk.faults;
import static org.crossborough.safety.driver.RiskDesk.look;
import static org.crossborough.safety.driver.RiskDesk.move;
import static org.crossborough.safety.driver.RiskDesk.tasks;
import static org.crossborough.safety.driver.SafetyApi.aCase;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgreeingASafetyPlanComponentTest {

  private static final String VERSIONS = "safety-plan/versions";
  private static final String PLAN =
      """
      {"agreedOn":"2026-02-03","reviewOn":"2026-03-03","steps":[
       {"situation":"LEAVING","step":"A bag is at her sister's"}]}\
      """;

  @Test
  void a_plan_is_changed_whole_by_whoever_has_seen_it() {
    UUID id = aCase();
    assertThat(look(id, "safety-plan").statusCode()).isEqualTo(404);
    assertThat(move(id, VERSIONS, null, PLAN).statusCode()).isEqualTo(428);

    Response first = move(id, VERSIONS, "\"0\"", PLAN);
    assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
    assertThat(first.asString()).doesNotContain("sister");
    assertThat(move(id, VERSIONS, "\"0\"", PLAN).statusCode()).isEqualTo(412);
    assertThat(move(id, VERSIONS, "\"1\"", PLAN.replace("sister", "mother")).statusCode())
        .isEqualTo(201);

    Response now = look(id, "safety-plan");
    assertThat(now.header("ETag")).isEqualTo("\"2\"");
    assertThat(now.<String>path("steps[0].step")).isEqualTo("A bag is at her mother's");
    assertThat(look(id, VERSIONS + "/1").<String>path("steps[0].step"))
        .isEqualTo("A bag is at her sister's");
    assertThat(look(id, VERSIONS + "/3").statusCode()).isEqualTo(404);
    assertThat(look(id, VERSIONS).<List<Integer>>path("items.version")).containsExactly(2, 1);
  }

  @Test
  void the_day_of_its_review_is_a_task_until_it_is_agreed_anew() throws Exception {
    UUID id = aCase();
    assertThat(move(id, VERSIONS, "\"0\"", PLAN).statusCode()).isEqualTo(201);
    assertThat(tasks(id)).contains("SAFETY_PLAN_REVIEW");
    assertThat(look(id, "summary").<Boolean>path("safetyPlan.overdue")).isTrue();

    assertThat(move(id, VERSIONS, "\"1\"", PLAN.replace("2026-03", "2030-03")).statusCode())
        .isEqualTo(201);

    assertThat(look(id, "summary").<Boolean>path("safetyPlan.overdue")).isFalse();
    assertThat(
            Psql.rows(
                "*",
                """
                select due_at::text as due from contact_task
                where case_id = ? and trigger = 'SAFETY_PLAN_REVIEW' and done_at is null
                """,
                id))
        .hasSize(1)
        .first()
        .asString()
        .contains("2030-03-04");
  }

  @Test
  void what_breaks_a_rule_names_the_step() {
    UUID id = aCase();

    assertThat(faults(move(id, VERSIONS, "\"0\"", PLAN.replace("A bag is", "Ring 07700 900123:"))))
        .containsExactly("steps[0].step CONTAINS_CONTACT_DETAILS");
    assertThat(faults(move(id, VERSIONS, "\"0\"", PLAN.replace("2026-03-03", "2026-02-01"))))
        .containsExactly("reviewOn ORDER");
    assertThat(faults(move(id, VERSIONS, "\"0\"", PLAN.replace("2026-03-03", "2046-02-01"))))
        .containsExactly("reviewOn TOO_FAR");
    assertThat(move(id, VERSIONS, "\"0\"", PLAN.replace("LEAVING", "FLEEING")).statusCode())
        .isEqualTo(400);
    assertThat(move(id, VERSIONS, "\"0\"", "{\"steps\":[]}").statusCode()).isEqualTo(400);
    assertThat(move(UUID.randomUUID(), VERSIONS, "\"0\"", PLAN).statusCode()).isEqualTo(404);
  }
}
