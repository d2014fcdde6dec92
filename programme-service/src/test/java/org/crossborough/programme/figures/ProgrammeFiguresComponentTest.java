package org.crossborough.programme.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.crossborough.programme.driver.ManFixture.register;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.move;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.AssessmentCompleted;
import org.crossborough.contracts.ReferralEvent.ReferralAccepted;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProgrammeFiguresComponentTest {

  private static final Instant TOLD = Instant.parse("2025-01-10T09:00:00Z");

  /** A borough of this test's own, so that no other test's men are counted. */
  private static final String MERTON = "E09000024";

  private static final String YEAR = "/v1/programme-figures?from=2025-01-01&to=2025-12-31";

  /**
   * Two sessions of 300 minutes, half of them countable: the first man attends both and leaves, the
   * second attends the first and misses the second, the third is accepted and never comes, the
   * fourth is assessed and not accepted.
   */
  @Test
  void the_figures_of_a_small_run_are_what_a_person_would_count() {
    RunFixture run = RunFixture.held(2);
    ManFixture first = man(run, LocalDate.of(2025, 1, 20));
    ManFixture second = man(run, LocalDate.of(2024, 12, 30));
    ManFixture third = man(run, LocalDate.of(2025, 1, 6));
    UUID fourth = UUID.randomUUID();
    Wire.publish(
        received(fourth, LocalDate.of(2025, 1, 6)),
        new AssessmentCompleted(
            fourth, TOLD, UUID.randomUUID(), "UNSUITABLE", LocalDate.of(2025, 1, 16)));
    awaitMilestones(4);
    take(run, 0, first.line("ATTENDED", 300), second.line("PARTIAL", 200));
    take(run, 1, first.line("ATTENDED", 300), second.line("ABSENT_UNAUTHORISED", 0));
    Response left =
        move(first.path(), "exit", Map.of("reasonCode", "MOVED_AWAY", "exitedOn", "2025-02-10"));
    assertThat(left.statusCode()).as(left.asString()).isEqualTo(200);
    assertThat(third.enrolmentId()).isNotNull();

    Response answer =
        as("demo-outcomes-analyst").get(YEAR + "&boroughCode=" + MERTON + "&thresholdMinutes=300");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.jsonPath().getList("figures.id"))
        .containsExactly("M-07", "M-08", "M-10", "M-11", "M-12", "M-13", "M-14", "M-15");
    assertShare(answer, "M-07", 2, 3);
    assertShare(answer, "M-08", 2, 4);
    assertShare(answer, "M-10", 1, 2);
    assertThat(answer.<Integer>path(of("M-10") + "medianDays")).isEqualTo(14);
    assertThat(answer.<Integer>path(of("M-10") + "p90Days")).isEqualTo(35);
    assertThat(answer.<Integer>path(of("M-10") + "unknown")).isZero();
    assertThat(answer.<Integer>path(of("M-11") + "minutes")).isEqualTo(400);
    assertThat(answer.<Float>path(of("M-11") + "hours")).isEqualTo(6.7f);
    assertShare(answer, "M-12", 1, 2);
    assertShare(answer, "M-13", 0, 2);
    assertShare(answer, "M-14", 3, 4);
    assertThat(answer.<Float>path(of("M-14") + "percent")).isEqualTo(75.0f);
    assertShare(answer, "M-15", 1, 1);
    assertThat(answer.<Integer>path(of("M-15") + "byCode.MOVED_AWAY")).isEqualTo(1);
    assertThat(answer.jsonPath().getList("figures.method")).doesNotContainNull();
    assertThat(answer.jsonPath().getList("figures.asOf")).doesNotContainNull();
  }

  @Test
  void a_period_without_anybody_has_no_percentages() {
    Response empty = as(MANAGER).get("/v1/programme-figures?from=1999-01-01&to=1999-12-31");

    assertThat(empty.jsonPath().getList("figures.denominator")).containsOnly(0);
    assertThat(empty.jsonPath().getMap("figures[0]")).doesNotContainKey("percent");
    assertThat(empty.jsonPath().getMap("figures[2]")).doesNotContainKey("medianDays");
  }

  @Test
  void what_is_no_period_is_refused() {
    for (String query :
        List.of(
            "",
            "?from=2025-01-01",
            "?from=2025-02-30&to=2025-12-31",
            "?from=2025-12-31&to=2025-01-01",
            "?from=x&to=y",
            "?from=2025-01-01&to=2025-12-31&boroughCode=Merton",
            "?from=2025-01-01&to=2025-12-31&thresholdMinutes=0")) {
      assertThat(as(MANAGER).get("/v1/programme-figures" + query).statusCode())
          .as(query)
          .isEqualTo(400);
    }
  }

  @Test
  void only_managers_and_analysts_ask() {
    for (String other : List.of("demo-facilitator", "demo-assessor", "demo-borough-islington")) {
      assertThat(as(other).get(YEAR).statusCode()).as(other).isEqualTo(403);
    }
  }

  private static ManFixture man(RunFixture run, LocalDate referredOn) {
    ManFixture man = ManFixture.cleared(run);
    Wire.publish(
        received(man.referralId(), referredOn),
        new AssessmentCompleted(
            man.referralId(), TOLD, man.personId(), "SUITABLE", LocalDate.of(2025, 1, 20)),
        new ReferralAccepted(
            man.referralId(), TOLD, man.personId(), LocalDate.of(2025, 1, 21), "RECEIPT"));
    return man;
  }

  private static ReferralReceived received(UUID referral, LocalDate on) {
    return new ReferralReceived(
        referral,
        TOLD,
        UUID.randomUUID(),
        UUID.randomUUID(),
        MERTON,
        MERTON,
        MERTON,
        "DRUG_SERVICE",
        on);
  }

  private static void awaitMilestones(long count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            Psql.count(
                    "select count(*) from referral_milestone"
                        + " where borough_code = ? and assessed_on is not null",
                    MERTON)
                == count);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            Psql.count(
                    "select count(*) from referral_milestone"
                        + " where borough_code = ? and accepted_on is not null",
                    MERTON)
                == count - 1);
  }

  private static void take(RunFixture run, int session, Object... lines) {
    Response taken = ProgrammeApi.register(run.sessionIds().get(session), register(lines));
    assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
  }

  private static void assertShare(Response answer, String id, int numerator, int denominator) {
    assertThat(answer.<Integer>path(of(id) + "numerator")).as(id).isEqualTo(numerator);
    assertThat(answer.<Integer>path(of(id) + "denominator")).as(id).isEqualTo(denominator);
  }

  private static String of(String id) {
    return "figures.find { it.id == '%s' }.".formatted(id);
  }
}
