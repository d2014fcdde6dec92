package org.crossborough.programme.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.crossborough.programme.driver.ManFixture.register;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.move;
import static org.crossborough.programme.driver.ProgrammeApi.post;
import static org.crossborough.programme.driver.RunFixture.FIRST_DAY;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.programme.driver.DesignFixture;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Registers and figures tell of the same minutes. */
@QuarkusTest
class MinutesBehindFiguresComponentTest {

  /** Boroughs of these tests' own, so that no other test's men are counted. */
  private static final String REDBRIDGE = "E09000026";

  private static final String TOWER_HAMLETS = "E09000030";
  private static final String WALTHAM_FOREST = "E09000031";

  @Test
  void leaving_one_minute_earlier_takes_a_man_out_of_the_figure() {
    RunFixture run = RunFixture.held(12);
    ManFixture man = from(REDBRIDGE, ManFixture.cleared(run));
    run.sessionIds().forEach(session -> take(session, until(man, "15:00")));

    assertFigure(REDBRIDGE, "M-12", 1, 1);

    take(run.sessionIds().getLast(), until(man, "14:59"));

    assertFigure(REDBRIDGE, "M-12", 0, 1);
    Response refused = move(man.path(), "completion", Map.of("endReviewDone", true));
    assertThat(refused.<String>path("violations[0].code")).isEqualTo("HOURS_SHORT");
    assertFigure(REDBRIDGE, "M-13", 0, 1);

    take(run.sessionIds().getLast(), until(man, "15:00"));
    Response complete = move(man.path(), "completion", Map.of("endReviewDone", true));

    assertThat(complete.statusCode()).as(complete.asString()).isEqualTo(200);
    assertFigure(REDBRIDGE, "M-12", 1, 1);
    assertFigure(REDBRIDGE, "M-13", 1, 1);
  }

  /**
   * Thirty minutes alone, 150 in the group, 150 made up for on another run, and 150 more on the run
   * he is transferred to: 480 countable minutes however they are counted.
   */
  @Test
  void minutes_alone_made_up_for_and_of_two_runs_are_counted_once_everywhere() {
    int version = DesignFixture.demanding();
    RunFixture first = DesignFixture.held(version, 2);
    RunFixture second = DesignFixture.held(version, 5);
    ManFixture man = from(TOWER_HAMLETS, ManFixture.cleared(first));
    Response alone =
        post(
            man.path() + "/individual-sessions",
            Map.of("heldOn", FIRST_DAY.minusDays(3).toString(), "attendedMinutes", 30));
    assertThat(alone.statusCode()).as(alone.asString()).isEqualTo(201);
    take(first.sessionIds().getFirst(), man.line("ATTENDED", 300));
    take(first.sessionIds().getLast(), man.line("ABSENT_AUTHORISED", 0));
    Map<String, Object> makeUp = new TreeMap<>(man.line("MAKE_UP", 300));
    makeUp.put("makesUpFor", first.sessionIds().getLast());
    take(second.sessionIds().get(2), makeUp);
    Response moved =
        move(
            man.path(),
            "transfer",
            Map.of(
                "toRunId",
                second.id().toString(),
                "transferredOn",
                FIRST_DAY.plusDays(3).toString()));
    assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(200);
    take(second.sessionIds().getLast(), man.line("ATTENDED", 300));

    Response minutes = as(MANAGER).get(man.path() + "/minutes");

    assertThat(get(man.path()).<Integer>path("countableMinutes")).isEqualTo(480);
    assertThat(minutes.<Integer>path("rebuiltCountableMinutes")).isEqualTo(480);
    assertThat(figures(TOWER_HAMLETS, 480).<Integer>path(of("M-11") + "minutes")).isEqualTo(480);
    assertThat(figures(TOWER_HAMLETS, 480).<Integer>path(of("M-12") + "numerator")).isEqualTo(1);
    assertThat(figures(TOWER_HAMLETS, 481).<Integer>path(of("M-12") + "numerator")).isZero();
    assertFigure(TOWER_HAMLETS, "M-08", 1, 1);
  }

  @Test
  void he_started_on_the_first_day_that_still_counts_and_not_at_all_when_none_is_left() {
    RunFixture run = RunFixture.held(3);
    ManFixture man = from(WALTHAM_FOREST, ManFixture.cleared(run));
    String first = run.sessionIds().getFirst();
    String last = run.sessionIds().getLast();
    take(first, man.line("ATTENDED", 300));
    take(last, man.line("ATTENDED", 300));
    assertStarted(man, FIRST_DAY);

    take(first, man.line("ABSENT_AUTHORISED", 0));
    assertStarted(man, FIRST_DAY.plusDays(2));

    take(last, man.line("REMOVED_FROM_SESSION", 30));
    assertStarted(man, null);
    assertFigure(WALTHAM_FOREST, "M-12", 0, 0);
    assertThat(get(man.path()).<String>path("status")).isEqualTo("ACTIVE");

    take(run.sessionIds().get(1), man.line("PARTIAL", 100));
    assertStarted(man, FIRST_DAY.plusDays(1));
    assertFigure(WALTHAM_FOREST, "M-12", 0, 1);
  }

  private static void assertStarted(ManFixture man, @Nullable LocalDate on) {
    assertThat(get(man.path()).<String>path("startedOn"))
        .isEqualTo(on == null ? null : on.toString());
  }

  private static ManFixture from(String borough, ManFixture man) {
    Wire.publish(
        new ReferralReceived(
            man.referralId(),
            Instant.parse("2025-01-10T09:00:00Z"),
            UUID.randomUUID(),
            UUID.randomUUID(),
            borough,
            borough,
            borough,
            "DRUG_SERVICE",
            FIRST_DAY.minusDays(20)));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            Psql.count(
                    "select count(*) from referral_milestone"
                        + " where borough_code = ? and referred_on is not null",
                    borough)
                == 1);
    return man;
  }

  private static void take(String session, Map<String, Object> line) {
    Response taken = ProgrammeApi.register(session, register(line));
    assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
  }

  private static Map<String, Object> until(ManFixture man, String leftAt) {
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

  private static Response figures(String borough, int threshold) {
    Response answer =
        as(MANAGER)
            .get(
                "/v1/programme-figures?from=2025-01-01&to=2025-12-31&boroughCode=%s&thresholdMinutes=%d"
                    .formatted(borough, threshold));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer;
  }

  private static void assertFigure(String borough, String id, int numerator, int denominator) {
    Response answer = figures(borough, 1800);
    assertThat(answer.<Integer>path(of(id) + "numerator")).as(id).isEqualTo(numerator);
    assertThat(answer.<Integer>path(of(id) + "denominator")).as(id).isEqualTo(denominator);
  }

  private static String of(String id) {
    return "figures.find { it.id == '%s' }.".formatted(id);
  }
}
