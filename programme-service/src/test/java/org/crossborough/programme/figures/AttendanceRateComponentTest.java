package org.crossborough.programme.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.crossborough.programme.driver.ManFixture.register;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.move;
import static org.crossborough.programme.driver.RunFixture.FIRST_DAY;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

/** M-14: the sessions that were a man's, each once. */
@QuarkusTest
class AttendanceRateComponentTest {

  /** Boroughs of these tests' own, so that no other test's men are counted. */
  private static final String HILLINGDON = "E09000017";

  private static final String RICHMOND = "E09000027";
  private static final String BROMLEY = "E09000006";

  /** Two sessions of his first run, then two of his second; the other days were not his. */
  @Test
  void after_a_transfer_each_day_is_counted_once_on_the_run_he_was_on() {
    RunFixture from = RunFixture.held(4);
    RunFixture to = RunFixture.held(4);
    ManFixture man = from(HILLINGDON, ManFixture.cleared(from));
    take(from, 0, man.line("ATTENDED", 300));
    take(from, 1, man.line("ATTENDED", 300));
    done(
        move(
            man.path(),
            "transfer",
            Map.of(
                "toRunId", to.id().toString(), "transferredOn", FIRST_DAY.plusDays(2).toString())));
    take(to, 2, man.line("ATTENDED", 300));
    take(to, 3, man.line("ABSENT_AUTHORISED", 0));

    assertRate(HILLINGDON, 3, 4);
  }

  @Test
  void a_session_made_up_for_on_another_run_counts_where_it_was_missed() {
    RunFixture run = RunFixture.held(2);
    RunFixture other = RunFixture.held(3);
    ManFixture man = from(RICHMOND, ManFixture.cleared(run));
    take(run, 0, man.line("ATTENDED", 300));
    take(run, 1, man.line("ABSENT_AUTHORISED", 0));
    assertRate(RICHMOND, 1, 2);

    Map<String, Object> makeUp = new TreeMap<>(man.line("MAKE_UP", 300));
    makeUp.put("makesUpFor", run.sessionIds().get(1));
    take(other, 2, makeUp);

    assertRate(RICHMOND, 2, 2);
  }

  @Test
  void while_he_is_suspended_no_session_is_due() {
    RunFixture run = RunFixture.held(4);
    ManFixture man = from(BROMLEY, ManFixture.cleared(run));
    take(run, 0, man.line("ATTENDED", 300));
    done(
        move(
            man.path(),
            "suspension",
            Map.of(
                "reasonCode",
                "ILLNESS",
                "suspendedOn",
                FIRST_DAY.plusDays(2).toString(),
                "reviewOn",
                FIRST_DAY.plusDays(9).toString())));

    assertRate(BROMLEY, 1, 2);

    done(move(man.path(), "resumption", Map.of()));

    // He is back today; the run's days are long past, and stay those on which he was away.
    assertRate(BROMLEY, 1, 2);
  }

  private static ManFixture from(String borough, ManFixture man) {
    Wire.publish(
        new ReferralReceived(
            man.referralId(),
            Instant.parse("2025-01-10T09:00:00Z"),
            man.personId(),
            UUID.randomUUID(),
            borough,
            borough,
            borough,
            "DRUG_SERVICE",
            FIRST_DAY.minusDays(20)));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            Psql.count("select count(*) from referral_milestone where borough_code = ?", borough)
                == 1);
    return man;
  }

  private static void take(RunFixture run, int session, Map<String, Object> line) {
    done(ProgrammeApi.register(run.sessionIds().get(session), register(line)));
  }

  private static void done(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  private static void assertRate(String borough, int attended, int due) {
    Response answer =
        as(MANAGER)
            .get(
                "/v1/programme-figures?from=2025-01-01&to=2025-12-31&boroughCode=%s"
                    .formatted(borough));
    assertThat(answer.<Integer>path("figures.find { it.id == 'M-14' }.numerator"))
        .isEqualTo(attended);
    assertThat(answer.<Integer>path("figures.find { it.id == 'M-14' }.denominator")).isEqualTo(due);
  }
}
