package org.crossborough.programme.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ProgrammeApi.FACILITATOR;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.get;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.RunFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OfflineRegisterComponentTest {

  private RunFixture run;
  private ManFixture one;
  private ManFixture other;

  @BeforeEach
  void prepare() {
    run = RunFixture.held(1);
    one = ManFixture.cleared(run);
    other = ManFixture.cleared(run);
  }

  @Test
  void a_register_whose_answer_was_lost_is_taken_once_although_the_version_moved_on()
      throws Exception {
    String seen = version();
    Map<String, Object> register = register(UUID.randomUUID(), one.line("ATTENDED", 300));

    Response first = put(seen, register);
    Response repeat = put(seen, register);

    assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
    assertThat(repeat.statusCode()).as(repeat.asString()).isEqualTo(200);
    assertThat(repeat.asString()).isEqualTo(first.asString());
    assertThat(
            Psql.count("select count(*) from attendance where enrolment_id = ?", one.enrolmentId()))
        .isEqualTo(1);
  }

  @Test
  void an_id_belongs_to_one_register() {
    UUID id = UUID.randomUUID();
    assertThat(put(version(), register(id, one.line("ATTENDED", 300))).statusCode()).isEqualTo(200);

    Response changed = put(version(), register(id, one.line("ATTENDED", 290)));

    assertThat(changed.statusCode()).isEqualTo(409);
    assertThat(changed.<String>path("type")).isEqualTo("/problems/attendance/register-id-reused");
    assertThat(changed.<String>path("violations[0].field")).isEqualTo("id");
    assertThat(changed.<String>path("violations[0].code")).isEqualTo("REUSED");
    assertThat(get(one.path()).<Integer>path("attendedMinutes")).isEqualTo(300);
  }

  @Test
  void who_hands_in_last_sees_what_stands_instead_of_overwriting_it() {
    String seen = version();
    assertThat(
            put(seen, register(null, one.line("ATTENDED", 300), other.line("ATTENDED", 280)))
                .statusCode())
        .isEqualTo(200);

    Response late =
        put(seen, register(null, one.line("PARTIAL", 100), other.line("ATTENDED", 280)));

    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.<String>path("type")).isEqualTo("/problems/request/stale");
    assertThat(late.jsonPath().getList("register.entries")).hasSize(2);
    assertThat(late.jsonPath().getList("differences.enrolmentId"))
        .containsExactly(one.enrolmentId().toString());
    assertThat(late.<Integer>path("differences[0].standing.attendedMinutes")).isEqualTo(300);
    assertThat(late.<Integer>path("differences[0].handedIn.attendedMinutes")).isEqualTo(100);
    assertThat(get(one.path()).<Integer>path("attendedMinutes")).isEqualTo(300);
  }

  @Test
  void neither_an_older_nor_a_newer_register_wins_by_the_time_it_was_taken() {
    String seen = version();
    assertThat(put(seen, taken("2025-02-03T15:10:00Z", one.line("ATTENDED", 300))).statusCode())
        .isEqualTo(200);

    Response older = put(seen, taken("2025-02-03T15:05:00Z", one.line("ATTENDED", 290)));
    Response newer = put(seen, taken("2025-02-03T15:15:00Z", one.line("ATTENDED", 280)));
    Response knowing = put(version(), taken("2025-02-03T15:05:00Z", one.line("ATTENDED", 290)));

    for (Response unknowing : List.of(older, newer)) {
      assertThat(unknowing.statusCode()).isEqualTo(412);
      assertThat(unknowing.<String>path("differences[0].standing.takenAt"))
          .isEqualTo("2025-02-03T15:10:00Z");
    }
    assertThat(knowing.statusCode()).as(knowing.asString()).isEqualTo(200);
    assertThat(get(one.path()).<Integer>path("attendedMinutes")).isEqualTo(290);
  }

  @Test
  void what_was_corrected_stays_in_the_history_with_who_wrote_it_and_when() {
    assertThat(put(version(), register(null, one.line("ATTENDED", 300))).statusCode())
        .isEqualTo(200);
    assertThat(put(version(), register(null, one.line("PARTIAL", 100))).statusCode())
        .isEqualTo(200);

    Response log = get(one.path() + "/attendance");

    assertThat(log.jsonPath().getList("items.revision")).containsExactly(2, 1);
    assertThat(log.jsonPath().getList("items.code")).containsExactly("PARTIAL", "ATTENDED");
    assertThat(log.jsonPath().getList("items.countableMinutes")).containsExactly(50, 150);
    assertThat(log.jsonPath().getList("items.recordedBy"))
        .containsExactly(FACILITATOR, FACILITATOR);
    assertThat(log.jsonPath().getList("items.recordedAt")).doesNotContainNull().hasSize(2);
  }

  @Test
  void lines_that_nobody_else_wrote_come_in_although_others_changed() {
    String seen = version();
    assertThat(put(seen, register(null, one.line("ATTENDED", 300))).statusCode()).isEqualTo(200);

    Response others = put(seen, register(null, read(other.line("ATTENDED", 290), 0)));
    Response same = put(seen, register(null, read(one.line("ATTENDED", 250), 0)));
    Response knowing = put(seen, register(null, read(one.line("ATTENDED", 250), 1)));

    assertThat(others.statusCode()).as(others.asString()).isEqualTo(200);
    assertThat(same.statusCode()).isEqualTo(412);
    assertThat(knowing.statusCode()).as(knowing.asString()).isEqualTo(200);
    assertThat(knowing.<Integer>path("entries[0].revision")).isEqualTo(2);
  }

  @Test
  void minutes_follow_from_arrival_and_departure_and_are_kept_with_them() {
    Map<String, Object> line = new TreeMap<>(one.line("ATTENDED", 0));
    line.remove("attendedMinutes");
    line.put("arrivedAt", "10:20");
    line.put("leftAt", "15:00");
    Map<String, Object> register = register(null, line);
    register.put("takenAt", "2025-02-03T15:05:00Z");

    Response answer = put(version(), register);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.<Integer>path("entries[0].attendedMinutes")).isEqualTo(280);
    assertThat(answer.<Integer>path("entries[0].countableMinutes")).isEqualTo(140);
    assertThat(answer.<String>path("entries[0].arrivedAt")).isEqualTo("10:20");
    Response log = get(one.path() + "/attendance");
    assertThat(log.<String>path("items[0].takenAt")).isEqualTo("2025-02-03T15:05:00Z");
    assertThat(log.<String>path("items[0].recordedBy")).isNotBlank();
    assertThat(get(session() + "/register").<String>path("entries[0].leftAt")).isEqualTo("15:00");
  }

  @Test
  void nothing_was_written_down_tomorrow() {
    Map<String, Object> register = register(null, one.line("ATTENDED", 300));
    register.put("takenAt", "2100-01-01T00:00:00Z");

    Response answer = put(version(), register);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.<String>path("violations[0].field")).isEqualTo("takenAt");
  }

  private static Map<String, Object> read(Map<String, Object> line, int revision) {
    Map<String, Object> read = new TreeMap<>(line);
    read.put("revision", revision);
    return read;
  }

  private static Map<String, Object> taken(String at, Object... lines) {
    Map<String, Object> register = register(UUID.randomUUID(), lines);
    register.put("takenAt", at);
    return register;
  }

  private static Map<String, Object> register(@Nullable UUID id, Object... lines) {
    Map<String, Object> register = new TreeMap<>(ManFixture.register(lines));
    if (id != null) {
      register.put("id", id.toString());
    }
    return register;
  }

  private Response put(String version, Map<String, Object> register) {
    return as(FACILITATOR).header("If-Match", version).body(register).put(session() + "/register");
  }

  private String version() {
    return get(session()).header("ETag");
  }

  private String session() {
    return "/v1/sessions/" + run.sessionIds().getFirst();
  }
}
