package org.crossborough.programme.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ProgrammeApi.get;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ThirtyHourLineComponentTest {

  @Test
  void leaving_one_minute_earlier_takes_a_man_below_thirty_hours() {
    RunFixture run = RunFixture.held(12);
    ManFixture man = ManFixture.cleared(run);
    run.sessionIds().forEach(session -> take(session, man, "15:00"));

    assertThat(get(man.path()).<Integer>path("countableMinutes")).isEqualTo(1800);
    assertThat(thirtyHours(man)).isTrue();

    take(run.sessionIds().getLast(), man, "14:59");

    assertThat(get(man.path()).<Integer>path("countableMinutes")).isEqualTo(1799);
    assertThat(thirtyHours(man)).isFalse();

    take(run.sessionIds().getLast(), man, "15:00");

    assertThat(thirtyHours(man)).isTrue();
  }

  private static boolean thirtyHours(ManFixture man) {
    return get(man.path() + "/completion-conditions")
        .path("conditions.find { it.condition == 'ENOUGH_COUNTABLE_MINUTES' }.met");
  }

  private static void take(String session, ManFixture man, String leftAt) {
    Response answer =
        ProgrammeApi.register(
            session,
            ManFixture.register(
                Map.of(
                    "enrolmentId",
                    man.enrolmentId().toString(),
                    "code",
                    "ATTENDED",
                    "arrivedAt",
                    "10:00",
                    "leftAt",
                    leftAt)));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }
}
