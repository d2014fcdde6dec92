package org.crossborough.programme.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.crossborough.programme.driver.ManFixture.register;
import static org.crossborough.programme.driver.ProgrammeApi.get;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.testing.Wire;
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

  private static Response take(RunFixture run, int session, Object... lines) {
    return ProgrammeApi.register(run.sessionIds().get(session), register(lines));
  }
}
