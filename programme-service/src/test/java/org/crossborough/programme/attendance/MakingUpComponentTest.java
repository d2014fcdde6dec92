package org.crossborough.programme.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ProgrammeApi.get;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.TreeMap;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MakingUpComponentTest {

  private RunFixture run;
  private ManFixture man;

  @BeforeEach
  void prepare() {
    run = RunFixture.held(3);
    man = ManFixture.cleared(run);
  }

  @Test
  void a_missed_session_is_made_up_for_once() {
    take(run, 0, man.line("ABSENT_AUTHORISED", 0));

    Response made = register(run, 1, makeUp(0));
    Response twice = register(run, 2, makeUp(0));

    assertThat(made.statusCode()).as(made.asString()).isEqualTo(200);
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.<String>path("type")).isEqualTo("/problems/attendance/already-made-up");
    assertThat(twice.<String>path("violations[0].field")).isEqualTo("entries[0].makesUpFor");
    assertThat(twice.<String>path("violations[0].code")).isEqualTo("ALREADY_MADE_UP");
    assertThat(twice.<String>path("violations[0].message"))
        .contains(RunFixture.FIRST_DAY.plusDays(1).toString());
    assertThat(get(man.path()).<Integer>path("countableMinutes")).isEqualTo(150);
  }

  @Test
  void one_who_attended_after_all_does_not_count_twice() {
    take(run, 0, man.line("ABSENT_AUTHORISED", 0));
    take(run, 1, makeUp(0));

    Response corrected = register(run, 0, man.line("ATTENDED", 300));
    take(run, 1, man.line("ATTENDED", 300));
    Response afterwards = register(run, 0, man.line("ATTENDED", 300));

    assertThat(corrected.<String>path("type")).isEqualTo("/problems/attendance/already-made-up");
    assertThat(corrected.<String>path("violations[0].field")).isEqualTo("entries[0].code");
    assertThat(afterwards.statusCode()).as(afterwards.asString()).isEqualTo(200);
    assertThat(get(man.path()).<Integer>path("countableMinutes")).isEqualTo(300);
  }

  @Test
  void only_what_was_missed_can_be_made_up_for() {
    take(run, 0, man.line("ATTENDED", 300));
    RunFixture elsewhere = RunFixture.held(1);

    assertThat(register(run, 1, makeUp(0)).<String>path("violations[0].code"))
        .isEqualTo("NOT_MISSED");
    assertThat(register(run, 1, makeUp(2)).<String>path("violations[0].code"))
        .isEqualTo("NOT_MISSED");
    assertThat(
            register(run, 1, makeUp(elsewhere.sessionIds().getFirst()))
                .<String>path("violations[0].code"))
        .isEqualTo("UNKNOWN_SESSION");
    assertThat(register(run, 1, man.line("MAKE_UP", 300)).<String>path("violations[0].code"))
        .isEqualTo("REQUIRED");
  }

  @Test
  void a_guest_makes_up_in_another_run_for_a_session_of_his_own() {
    RunFixture other = RunFixture.held(1);
    take(run, 0, man.line("TURNED_AWAY_LATE", 0));

    Response guest = register(other, 0, makeUp(0));
    Response notAGuest = register(other, 0, man.line("ATTENDED", 300));

    assertThat(guest.statusCode()).as(guest.asString()).isEqualTo(200);
    assertThat(notAGuest.<String>path("violations[0].code")).isEqualTo("NOT_ENROLLED");
    assertThat(get(man.path()).<Integer>path("countableMinutes")).isEqualTo(150);
    assertThat(get(man.path()).<String>path("status")).isEqualTo("ACTIVE");
  }

  private Map<String, Object> makeUp(int missed) {
    return makeUp(run.sessionIds().get(missed));
  }

  private Map<String, Object> makeUp(String missed) {
    Map<String, Object> line = new TreeMap<>(man.line("MAKE_UP", 300));
    line.put("makesUpFor", missed);
    return line;
  }

  private static Response register(RunFixture run, int session, Map<String, Object> line) {
    return ProgrammeApi.register(run.sessionIds().get(session), ManFixture.register(line));
  }

  private static void take(RunFixture run, int session, Map<String, Object> line) {
    Response answer = register(run, session, line);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }
}
