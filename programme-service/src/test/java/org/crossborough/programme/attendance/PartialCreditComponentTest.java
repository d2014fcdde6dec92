package org.crossborough.programme.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.DesignFixture.part;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.RunFixture.FIRST_DAY;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartialCreditComponentTest {

  /** From ten to three: two hours of recovery, then three of work on violence. */
  private static RunFixture dayInTwoParts() {
    Map<String, Object> session = RunFixture.session(1, FIRST_DAY);
    session.put("countableMinutes", 180);
    session.put("moduleCodes", List.of("RECOVERY", "MASCULINITY"));
    session.put("parts", List.of(part(120, false, "RECOVERY"), part(180, true, "MASCULINITY")));
    Map<String, Object> request = RunFixture.request(1, FIRST_DAY);
    request.put("sessions", List.of(session));
    return RunFixture.held(request);
  }

  @Test
  void only_what_he_was_there_for_of_the_work_on_violence_counts() {
    RunFixture run = dayInTwoParts();
    ManFixture man = ManFixture.cleared(run);

    assertThat(countable(run, times(man, "PARTIAL", "10:00", "12:00"))).isZero();
    assertThat(countable(run, times(man, "PARTIAL", "10:00", "12:01"))).isEqualTo(1);
    assertThat(countable(run, times(man, "PARTIAL", "11:30", "14:00"))).isEqualTo(120);
    assertThat(countable(run, times(man, "ATTENDED", "10:00", "15:00"))).isEqualTo(180);
    assertThat(countable(run, man.line("PARTIAL", 100))).as("without times").isEqualTo(60);
    assertThat(get(man.path()).<Integer>path("countableMinutes")).isEqualTo(60);
  }

  private static int countable(RunFixture run, Map<String, Object> line) {
    Response answer = ProgrammeApi.register(run.sessionIds().getFirst(), ManFixture.register(line));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.path("entries[0].countableMinutes");
  }

  private static Map<String, Object> times(
      ManFixture man, String code, String arrived, String left) {
    return new TreeMap<>(
        Map.of(
            "enrolmentId",
            man.enrolmentId().toString(),
            "code",
            code,
            "arrivedAt",
            arrived,
            "leftAt",
            left));
  }
}
