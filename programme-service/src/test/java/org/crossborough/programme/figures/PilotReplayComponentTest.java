package org.crossborough.programme.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.RunFixture.FIRST_DAY;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

/**
 * The published pilot: two runs of fifteen men, 26 of whom started and 20 of whom reached thirty
 * hours. Who did is generated; the numbers are the pilot's.
 */
@QuarkusTest
class PilotReplayComponentTest {

  /** A borough of this test's own, so that no other test's men are counted. */
  private static final String HAVERING = "E09000016";

  private static final int MEN = 15;
  private static final int STARTED = 13;
  private static final int REACHED = 10;

  /** Of 300 minutes, 150 of them countable: twelve whole ones are thirty hours to the minute. */
  private static final int SESSIONS = 14;

  private static final int ENOUGH = 12;

  @Test
  void twenty_of_26_reach_thirty_hours_until_one_of_them_leaves_a_minute_earlier() {
    RunFixture first = RunFixture.held(SESSIONS);
    RunFixture second = RunFixture.held(SESSIONS);
    List<ManFixture> men = take(first);
    var _ = take(second);

    assertHours(20);

    ManFixture one = men.getFirst();
    String session = first.sessionIds().get(ENOUGH - 1);
    register(session, List.of(there(one, "14:59")));
    assertHours(19);

    register(session, List.of(there(one, "15:00")));
    assertHours(20);
  }

  /** Takes every register of a run, a whole group in one call. */
  private static List<ManFixture> take(RunFixture run) {
    List<ManFixture> men = ManFixture.cleared(run, MEN);
    men.forEach(man -> Wire.publish(received(man)));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            Psql.count(
                    """
                    select count(*) from referral_milestone m join enrolment e
                    on e.referral_id = m.referral_id where m.borough_code = ? and e.run_id = ?
                    """,
                    HAVERING,
                    run.id())
                == MEN);
    for (int session = 0; session < SESSIONS; session++) {
      List<Map<String, Object>> lines = new ArrayList<>();
      for (int man = 0; man < STARTED; man++) {
        int attended = man < REACHED ? ENOUGH : 5;
        lines.add(
            session < attended
                ? there(men.get(man), "15:00")
                : men.get(man).line("ABSENT_AUTHORISED", 0));
      }
      IntStream.range(STARTED, MEN)
          .forEach(man -> lines.add(men.get(man).line("ABSENT_AUTHORISED", 0)));
      register(run.sessionIds().get(session), lines);
    }
    return men;
  }

  private static Map<String, Object> there(ManFixture man, String leftAt) {
    return Map.of(
        "enrolmentId",
        man.enrolmentId().toString(),
        "code",
        "ATTENDED",
        "arrivedAt",
        "10:00",
        "leftAt",
        leftAt);
  }

  private static void register(String session, List<Map<String, Object>> lines) {
    Response taken = ProgrammeApi.register(session, Map.of("entries", lines));
    assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
  }

  private static void assertHours(int reached) {
    Response answer =
        as(MANAGER)
            .get(
                "/v1/programme-figures?from=2025-01-01&to=2025-12-31&boroughCode=%s"
                    .formatted(HAVERING));
    assertThat(answer.<Integer>path("figures.find { it.id == 'M-12' }.numerator"))
        .isEqualTo(reached);
    assertThat(answer.<Integer>path("figures.find { it.id == 'M-12' }.denominator")).isEqualTo(26);
    assertThat(answer.<Float>path("figures.find { it.id == 'M-12' }.percent"))
        .isEqualTo(reached == 20 ? 76.9f : 73.1f);
  }

  private static ReferralReceived received(ManFixture man) {
    return new ReferralReceived(
        man.referralId(),
        Instant.parse("2025-01-10T09:00:00Z"),
        man.personId(),
        UUID.randomUUID(),
        HAVERING,
        HAVERING,
        HAVERING,
        "DRUG_SERVICE",
        FIRST_DAY.minusDays(20));
  }
}
