package org.crossborough.programme.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ManFixture.register;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MinutesComponentTest {

  private static final List<String> ABSENT =
      List.of("ABSENT_AUTHORISED", "ABSENT_UNAUTHORISED", "TURNED_AWAY_LATE", "NOT_REQUIRED");

  @Test
  void whatever_is_handed_in_in_whatever_order_the_minutes_are_those_of_the_log() {
    RunFixture run = RunFixture.held(5);
    ManFixture man = ManFixture.cleared(run);
    for (long seed = 1; seed <= 3; seed++) {
      Random random = new Random(seed);
      List<Map<String, Object>> sent = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        int session = random.nextInt(5);
        Map<String, Object> register =
            sent.isEmpty() || random.nextInt(4) > 0
                ? register(line(run, man, session, random))
                : sent.get(random.nextInt(sent.size()));
        register = new TreeMap<>(register);
        register.putIfAbsent("id", UUID.randomUUID().toString());
        sent.add(register);
        Response answer = ProgrammeApi.register(run.sessionIds().get(session), register);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 400, 409);
      }

      Response check = as(MANAGER).get(man.path() + "/minutes");

      assertThat(check.<Integer>path("rebuiltCountableMinutes"))
          .as("seed %d", seed)
          .isEqualTo(check.<Integer>path("keptCountableMinutes"))
          .isEqualTo(get(man.path()).<Integer>path("countableMinutes"));
      assertThat(check.<Integer>path("rebuiltAttendedMinutes"))
          .isEqualTo(check.<Integer>path("keptAttendedMinutes"));
    }
  }

  @Test
  void minutes_that_went_astray_are_found_and_rebuilt() throws SQLException {
    RunFixture run = RunFixture.held(1);
    ManFixture man = ManFixture.cleared(run);
    Response taken =
        ProgrammeApi.register(run.sessionIds().getFirst(), register(man.line("ATTENDED", 300)));
    assertThat(taken.statusCode()).isEqualTo(200);
    leadAstray(man);

    Response found = as(MANAGER).get(man.path() + "/minutes");
    Response repaired = post(man.path() + "/minutes/rebuild", Map.of());
    Response again = post(man.path() + "/minutes/rebuild", Map.of());

    assertThat(found.<Integer>path("keptCountableMinutes")).isEqualTo(7);
    assertThat(found.<Integer>path("rebuiltCountableMinutes")).isEqualTo(150);
    assertThat(repaired.<Boolean>path("repaired")).isTrue();
    assertThat(again.<Boolean>path("repaired")).isFalse();
    assertThat(get(man.path()).<Integer>path("countableMinutes")).isEqualTo(150);
    assertThat(get(man.path() + "/minutes").statusCode()).isEqualTo(403);
  }

  private static Map<String, Object> line(
      RunFixture run, ManFixture man, int session, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> man.line(ABSENT.get(random.nextInt(ABSENT.size())), 0);
      case 1 -> man.line("PARTIAL", 1 + random.nextInt(224));
      case 2 -> {
        Map<String, Object> makeUp = new TreeMap<>(man.line("MAKE_UP", 1 + random.nextInt(300)));
        makeUp.put("makesUpFor", run.sessionIds().get((session + 1 + random.nextInt(4)) % 5));
        yield makeUp;
      }
      default -> man.line("ATTENDED", 225 + random.nextInt(76));
    };
  }

  private static void leadAstray(ManFixture man) throws SQLException {
    try (Connection connection = Psql.asOwner()) {
      connection.setAutoCommit(false);
      try (Statement bind = connection.createStatement()) {
        bind.execute("select set_config('app.borough', '*', true)");
      }
      try (PreparedStatement change =
          connection.prepareStatement("update enrolment set countable_minutes = 7 where id = ?")) {
        change.setObject(1, man.enrolmentId());
        change.executeUpdate();
      }
      connection.commit();
    }
  }
}
