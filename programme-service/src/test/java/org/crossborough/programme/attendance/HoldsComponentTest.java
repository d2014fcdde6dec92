package org.crossborough.programme.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.crossborough.programme.driver.ManFixture.register;
import static org.crossborough.programme.driver.ProgrammeApi.get;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.ProgrammeReviewClosed;
import org.crossborough.contracts.ReferralEvent.ProgrammeReviewOpened;
import org.crossborough.contracts.SafetyEvent.SafetyHoldLifted;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HoldsComponentTest {

  private static final Instant TOLD = Instant.parse("2025-02-01T09:00:00Z");

  @Test
  void a_held_man_comes_into_no_session_until_every_hold_is_lifted() {
    RunFixture run = RunFixture.held(2);
    ManFixture man = ManFixture.cleared(run);
    assertThat(take(run, 0, man.line("ATTENDED", 300)).statusCode()).isEqualTo(200);
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();

    Wire.publish(
        new SafetyHoldPlaced(man.referralId(), TOLD, first),
        new SafetyHoldPlaced(man.referralId(), TOLD, second),
        new SafetyHoldLifted(man.referralId(), TOLD, first));
    man.awaitThat("review", "PROGRAMME_REVIEW");
    Response held = take(run, 1, man.line("ATTENDED", 300));
    Response repeated = take(run, 0, man.line("ATTENDED", 300));
    Response corrected = take(run, 0, man.line("ATTENDED", 280));
    Wire.publish(new SafetyHoldLifted(man.referralId(), TOLD, second));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get(man.path()).<String>path("review") == null);
    Response released = take(run, 1, man.line("ATTENDED", 300));

    assertThat(held.statusCode()).isEqualTo(409);
    assertThat(held.<String>path("violations[0].code")).isEqualTo("PROGRAMME_REVIEW");
    assertThat(repeated.statusCode()).isEqualTo(200);
    assertThat(corrected.statusCode()).isEqualTo(200);
    assertThat(released.statusCode()).as(released.asString()).isEqualTo(200);
  }

  @Test
  void a_review_of_his_own_side_holds_him_through_its_last_day_unless_it_is_closed() {
    RunFixture run = RunFixture.held(1);
    ManFixture reviewed = ManFixture.cleared(run);
    ManFixture passed = ManFixture.cleared(run);
    ManFixture closed = ManFixture.cleared(run);
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    UUID early = UUID.randomUUID();

    Wire.publish(
        new ProgrammeReviewOpened(reviewed.referralId(), TOLD, UUID.randomUUID(), today),
        new ProgrammeReviewOpened(passed.referralId(), TOLD, UUID.randomUUID(), today.minusDays(1)),
        // Read in the wrong order, as after a replay.
        new ProgrammeReviewClosed(closed.referralId(), TOLD, early),
        new ProgrammeReviewOpened(closed.referralId(), TOLD, early, today));
    for (ManFixture man : List.of(reviewed, passed, closed)) {
      await().atMost(Duration.ofSeconds(20)).until(() -> known(man));
    }

    assertThat(get(reviewed.path()).<String>path("review")).isEqualTo("PROGRAMME_REVIEW");
    assertThat(get(passed.path()).<String>path("review")).isNull();
    assertThat(get(closed.path()).<String>path("review")).isNull();
    Response refused = take(run, 0, reviewed.line("ATTENDED", 300));
    assertThat(refused.<String>path("violations[0].code")).isEqualTo("PROGRAMME_REVIEW");
    assertThat(take(run, 0, passed.line("ATTENDED", 300)).statusCode()).isEqualTo(200);
  }

  private static boolean known(ManFixture man) throws SQLException {
    return Psql.count(
            "select count(*) from safety_hold where referral_id = ? and ends_on is not null",
            man.referralId())
        == 1;
  }

  private static Response take(RunFixture run, int session, Object... lines) {
    return ProgrammeApi.register(run.sessionIds().get(session), register(lines));
  }
}
