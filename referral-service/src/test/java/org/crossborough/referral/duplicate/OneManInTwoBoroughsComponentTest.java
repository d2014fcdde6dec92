package org.crossborough.referral.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.aName;
import static org.crossborough.referral.testing.ReferralApi.aReferralOf;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.upkeepIsDone;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OneManInTwoBoroughsComponentTest {

  @Test
  void a_coordinator_sees_that_two_boroughs_may_have_referred_one_man() {
    String name = aName();
    String inIslington = aReferralOf(ISLINGTON, "Demo", name);
    String inCamden = aReferralOf(CAMDEN, " DÉMO", name.toUpperCase(Locale.ROOT));
    upkeepIsDone();

    JsonPath seen = duplicates(inCamden).jsonPath();

    assertThat(seen.getList("candidates.referralId", String.class)).containsExactly(inIslington);
    assertThat(seen.getString("candidates[0].referringBoroughCode")).isEqualTo("E09000019");
    assertThat(seen.getString("candidates[0].strength")).isEqualTo("STRONG");
    assertThat(seen.getList("candidates[0].matchedBy", String.class))
        .containsExactly("NAME_AND_BIRTH", "SOUND_AND_BIRTH");
    assertThat(seen.getString("personGroupId")).isEqualTo(inCamden);
    assertThat(duplicates(inIslington).jsonPath().getList("candidates.referralId", String.class))
        .containsExactly(inCamden);
  }

  @Test
  void one_man_decided_in_steps_is_one_group_and_the_latest_decision_counts() {
    String name = aName();
    String first = aReferralOf(ISLINGTON, "Demo", name);
    String second = aReferralOf(CAMDEN, "Demo", name);
    String third = aReferralOf(ISLINGTON, "Daniel", aName());
    decided(second, first, "SAME_MAN");
    decided(third, second, "SAME_MAN");

    assertThat(group(third)).isEqualTo(first).isEqualTo(group(second)).isEqualTo(group(first));
    upkeepIsDone();
    assertThat(duplicates(first).jsonPath().getString("candidates[0].decision"))
        .isEqualTo("SAME_MAN");

    decided(first, second, "DIFFERENT_MAN");

    assertThat(group(first)).isEqualTo(first);
    assertThat(group(third)).isEqualTo(second);
    assertThat(duplicates(third).jsonPath().getList("candidates.referralId", String.class))
        .as("a pair without a common token stays in sight once it was decided")
        .containsExactly(second);
  }

  @Test
  void a_decision_names_another_referral_that_exists_and_gives_a_reason() {
    String id = aReferralOf(ISLINGTON, "Demo", aName());

    assertRefused(decide(id, id, "SAME_MAN", "why"), 409, "duplicate/same-referral");
    assertRefused(
        decide(id, UUID.randomUUID().toString(), "SAME_MAN", "why"),
        409,
        "duplicate/other-not-found");
    assertViolated(decide(id, id, "SAME_MAN", " "), "reason", "REQUIRED");
    assertViolated(
        decide(id, id, "SAME_MAN", "ring 020 7946 0000"), "reason", "CONTAINS_CONTACT_DETAILS");
  }

  @Test
  void nobody_but_a_coordinator_is_told() throws SQLException {
    String name = aName();
    String first = aReferralOf(ISLINGTON, "Demo", name);
    String second = aReferralOf(CAMDEN, "Demo", name);
    decided(first, second, "SAME_MAN");
    upkeepIsDone();

    for (String caller : List.of(ISLINGTON, CAMDEN, ASSESSOR, MANAGER)) {
      assertRefused(as(caller).get(path(first)), 403, "request/forbidden");
      assertRefused(decide(caller, first, second, "SAME_MAN", "x"), 403, "request/forbidden");
    }
    for (String table :
        List.of("person_token", "duplicate_decision", "latest_duplicate_decision")) {
      assertThat(Psql.count("select count(*) from " + table)).as(table).isPositive();
      for (String borough : List.of("E09000019", "E09000007", "")) {
        assertThat(Psql.rows(borough, "select * from " + table)).as(table).isEmpty();
      }
    }
    assertThat(
            Psql.rows(
                "*",
                "select column_name from information_schema.columns where table_name = 'person_token'"))
        .extracting(row -> row.get("column_name"))
        .containsExactlyInAnyOrder("referral_id", "kind", "key_id", "token");
  }

  @Test
  void tokens_follow_the_man_when_his_details_are_put_right() throws Exception {
    String name = aName();
    String first = aReferralOf(ISLINGTON, "Demo", name);
    String second = aReferralOf(CAMDEN, "Demo", aName());
    upkeepIsDone();
    assertThat(duplicates(second).jsonPath().getList("candidates")).isEmpty();

    try (var connection = Psql.asService();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('app.borough', '*', true)");
      statement.executeUpdate(
          "update referral set family_name = '%s' where id = '%s'".formatted(name, second));
      connection.commit();
    }
    upkeepIsDone();

    assertThat(duplicates(second).jsonPath().getList("candidates.referralId", String.class))
        .containsExactly(first);
  }

  private static String path(String id) {
    return "/v1/referrals/" + id + "/possible-duplicates";
  }

  private static Response duplicates(String id) {
    Response answer = as(COORDINATOR).get(path(id));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer;
  }

  private static String group(String id) {
    return duplicates(id).jsonPath().getString("personGroupId");
  }

  private static void decided(String id, String other, String decision) {
    Response answer = decide(id, other, decision, "Compared by a person");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  private static Response decide(String id, String other, String decision, String reason) {
    return decide(COORDINATOR, id, other, decision, reason);
  }

  private static Response decide(
      String caller, String id, String other, String decision, String reason) {
    return as(caller)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            "{\"referralId\":\"%s\",\"decision\":\"%s\",\"reason\":\"%s\"}"
                .formatted(other, decision, reason))
        .post(path(id) + "/decisions");
  }
}
