package org.crossborough.safety.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.RiskDesk.add;
import static org.crossborough.safety.driver.RiskDesk.added;
import static org.crossborough.safety.driver.RiskDesk.dash;
import static org.crossborough.safety.driver.RiskDesk.faults;
import static org.crossborough.safety.driver.RiskDesk.look;
import static org.crossborough.safety.driver.RiskDesk.marac;
import static org.crossborough.safety.driver.RiskDesk.move;
import static org.crossborough.safety.driver.RiskDesk.tasks;
import static org.crossborough.safety.driver.SafetyApi.CAMDEN;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReferringToMaracComponentTest {

  private static final String MARAC = "marac-referrals";

  @Test
  void she_is_referred_in_her_own_borough_and_the_task_is_done() {
    UUID id = aCase(person("Ada Elsewhere", "020 7946 0110", "YES").replace(ISLINGTON, CAMDEN));
    String dashId = added(id, "dash-assessments", dash(15));
    assertThat(tasks(id)).contains("MARAC_REFERRAL");

    Response referred = add(id, MARAC, marac("2026-02-04", dashField(dashId)));

    assertThat(referred.statusCode()).as(referred.asString()).isEqualTo(201);
    assertThat(referred.<String>path("boroughCode")).isEqualTo(CAMDEN);
    assertThat(referred.<List<String>>path("criteria")).containsExactly("VISIBLE_HIGH_RISK");
    assertThat(referred.<Boolean>path("late")).isFalse();
    assertThat(referred.<String>path("dueAt")).isNotNull();
    assertThat(referred.asString()).doesNotContain("Strangled");
    assertThat(tasks(id)).doesNotContain("MARAC_REFERRAL");
    assertThat(look(id, MARAC + "/" + referred.path("id")).<String>path("words.grounds"))
        .isEqualTo("Strangled twice since Christmas");
  }

  @Test
  void below_fourteen_words_have_to_say_why() {
    UUID id = aCase();
    String dashField = dashField(added(id, "dash-assessments", dash(13)));

    assertThat(faults(add(id, MARAC, marac("2026-02-04", dashField))))
        .containsExactly("judgement REQUIRED");
    assertThat(faults(add(id, MARAC, marac("2026-02-04", ""))))
        .containsExactly("judgement REQUIRED");
    assertThat(
            faults(
                add(
                    id,
                    MARAC,
                    marac(
                        "2026-02-04",
                        dashField
                            + "\"judgement\":\"He found her\",\"criteria\":[\"VISIBLE_HIGH_RISK\"],"))))
        .containsExactly("criteria SCORE_TOO_LOW");
    Response judged =
        add(id, MARAC, marac("2026-02-04", dashField + "\"judgement\":\"He found her\","));
    assertThat(judged.<List<String>>path("criteria")).containsExactly("PROFESSIONAL_JUDGEMENT");
    assertThat(judged.<String>path("dueAt")).isNull();
  }

  @Test
  void a_referral_within_twelve_months_repeats_the_last_and_later_is_a_new_one() {
    UUID id = aCase();
    String words = "\"judgement\":\"He found her\",";
    String first = added(id, MARAC, marac("2024-01-15", words));

    Response repeat = add(id, MARAC, marac("2025-01-15", ""));
    Response anew = add(id, MARAC, marac("2026-01-16", words));

    assertThat(repeat.<List<String>>path("criteria")).containsExactly("REPEAT");
    assertThat(repeat.<String>path("repeatOf")).isEqualTo(first);
    assertThat(anew.<List<String>>path("criteria")).containsExactly("PROFESSIONAL_JUDGEMENT");
    assertThat(anew.<String>path("repeatOf")).isNull();
    assertThat(
            faults(add(aCase(), MARAC, marac("2026-01-16", words + "\"criteria\":[\"REPEAT\"],"))))
        .containsExactly("criteria NOT_A_REPEAT");
  }

  @Test
  void why_she_does_not_know_or_consent_is_said_exactly_then() {
    UUID id = aCase();
    String asked = marac("2026-02-04", "\"judgement\":\"He found her\",");

    assertThat(
            faults(
                add(
                    id,
                    MARAC,
                    asked
                        .replace("\"survivorAware\":true", "\"survivorAware\":false")
                        .replace("{", "{\"noConsentReason\":\"She fears him\","))))
        .containsExactly("notAwareReason REQUIRED_OR_NOT", "noConsentReason REQUIRED_OR_NOT");
    assertThat(faults(add(id, MARAC, asked.replace("Strangled", "ada@example.org strangled"))))
        .containsExactly("grounds CONTAINS_CONTACT_DETAILS");
    assertThat(faults(add(id, MARAC, marac("2026-02-04", dashField(UUID.randomUUID().toString())))))
        .containsExactly("dashId UNKNOWN", "judgement REQUIRED");
    for (String hostile :
        List.of(
            "{}",
            "[",
            asked.replace("true", "\"yes\""),
            asked.replace("2026-02-04", "2026-02-30"),
            asked.replace("{", "{\"boroughCode\":\"E09000007\","))) {
      assertThat(add(id, MARAC, hostile).statusCode()).as(hostile).isEqualTo(400);
    }
  }

  @Test
  void where_nobody_knows_her_borough_there_is_no_conference_to_refer_to() {
    UUID id =
        aCase(
            person("Ada Nowhere", "020 7946 0111", "YES")
                .replace("\"boroughCode\":\"" + ISLINGTON + "\",", ""));

    Response refused = add(id, MARAC, marac("2026-02-04", "\"judgement\":\"He found her\","));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("type")).isEqualTo("/problems/marac/borough-not-known");
  }

  @Test
  void a_referral_is_listed_heard_and_closed_when_its_actions_are_done() throws Exception {
    UUID id = aCase();
    String marac =
        MARAC + "/" + added(id, MARAC, marac("2026-02-04", "\"judgement\":\"He found her\","));
    String listing = "{\"meetingOn\":\"2026-02-19\"}";
    String hearing =
        """
        {"heardOn":"2026-02-19","actions":[
         {"owner":"POLICE","dueOn":"2026-02-26","action":"Mark her address"}]}\
        """;
    String closure = "{\"reasonCode\":\"ACTIONS_DONE\"}";

    assertThat(move(id, marac + "/listing", null, listing).statusCode()).isEqualTo(428);
    assertThat(move(id, marac + "/hearing", "\"0\"", hearing).<String>path("type"))
        .isEqualTo("/problems/marac/illegal-transition");
    assertThat(faults(move(id, marac + "/listing", "\"0\"", listing.replace("02-19", "02-03"))))
        .containsExactly("meetingOn ORDER");
    assertThat(move(id, marac + "/listing", "\"0\"", listing).<String>path("status"))
        .isEqualTo("LISTED");
    assertThat(move(id, marac + "/listing", "\"0\"", listing).statusCode()).isEqualTo(412);
    Response heard = move(id, marac + "/hearing", "\"1\"", hearing);
    assertThat(heard.<String>path("status")).isEqualTo("HEARD");
    assertThat(heard.asString()).doesNotContain("Mark");
    assertThat(move(id, marac + "/closure", "\"2\"", closure).<String>path("type"))
        .isEqualTo("/problems/marac/action-open");

    Response read = look(id, marac);
    assertThat(read.<String>path("actions[0].action")).isEqualTo("Mark her address");
    String action = marac + "/actions/" + read.path("actions[0].id") + "/completion";
    String done = "{\"doneOn\":\"2026-02-25\"}";
    assertThat(move(id, action, "\"0\"", done).statusCode()).isEqualTo(200);
    assertThat(move(id, action, "\"1\"", done).<String>path("type"))
        .isEqualTo("/problems/marac/already-done");
    assertThat(move(id, marac + "/closure", "\"2\"", closure).<String>path("status"))
        .isEqualTo("CLOSED");
    assertThat(
            Psql.count(
                """
                select count(*) from marac_status_change c join marac_referral r on r.id = c.marac_id
                where r.case_id = ?
                """,
                id))
        .isEqualTo(3);
    assertThat(move(aCase(), marac + "/closure", "\"3\"", closure).statusCode()).isEqualTo(404);
  }

  private static String dashField(String dashId) {
    return "\"dashId\":\"%s\",".formatted(dashId);
  }
}
