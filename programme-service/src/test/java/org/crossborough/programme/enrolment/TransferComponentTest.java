package org.crossborough.programme.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ManFixture.register;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.move;
import static org.crossborough.programme.driver.RunFixture.FIRST_DAY;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentTransferred;
import org.crossborough.contracts.ProgrammeEvent.FollowOnBegan;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransferComponentTest {

  @Test
  void minutes_go_with_him_and_each_run_keeps_its_own_days() {
    RunFixture from = RunFixture.held(3);
    RunFixture to = RunFixture.held(4);
    ManFixture man = started(from);

    Response moved = transfer(man, to, FIRST_DAY.plusDays(2));
    Response oldEarlier = take(from, 1, man.line("ATTENDED", 300));
    Response oldLater = take(from, 2, man.line("ATTENDED", 300));
    Response newEarlier = take(to, 1, man.line("ATTENDED", 300));
    Response newLater = take(to, 3, man.line("ATTENDED", 300));

    assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(200);
    assertThat(moved.<String>path("runId")).isEqualTo(to.id().toString());
    assertThat(moved.<String>path("status")).isEqualTo("ACTIVE");
    assertThat(oldEarlier.statusCode()).as(oldEarlier.asString()).isEqualTo(200);
    assertThat(oldLater.<String>path("type")).isEqualTo("/problems/attendance/enrolment-ended");
    assertThat(newEarlier.<String>path("type")).isEqualTo("/problems/attendance/enrolment-ended");
    assertThat(newLater.statusCode()).as(newLater.asString()).isEqualTo(200);
    assertThat(get(man.path()).<Integer>path("countableMinutes")).isEqualTo(450);
    EnrolmentTransferred told =
        Wire.await(EnrolmentTransferred.class, e -> e.enrolmentId().equals(man.enrolmentId()));
    assertThat(told.fromRunId()).isEqualTo(from.id());
    assertThat(told.toRunId()).isEqualTo(to.id());
    assertThat(men(from)).doesNotContain(man.enrolmentId().toString());
    assertThat(men(to)).contains(man.enrolmentId().toString());
    assertThat(
            get("/v1/runs/" + from.id() + "/attendance-grid").jsonPath().getList("men.enrolmentId"))
        .contains(man.enrolmentId().toString());
  }

  @Test
  void nobody_leaves_a_run_before_a_register_that_names_him() {
    RunFixture from = RunFixture.held(1);
    ManFixture man = started(from);

    Response answer = transfer(man, RunFixture.held(1), FIRST_DAY);

    assertThat(answer.<String>path("violations[0].code")).isEqualTo("BEFORE_LAST_REGISTER");
  }

  @Test
  void of_two_men_the_last_place_is_given_to_one() throws Exception {
    RunFixture to = runWithPlaces(1);
    List<ManFixture> men = List.of(started(RunFixture.held(1)), started(RunFixture.held(1)));

    List<Future<Response>> pending = new ArrayList<>();
    try (ExecutorService desks = Executors.newFixedThreadPool(2)) {
      men.forEach(man -> pending.add(desks.submit(() -> transfer(man, to, FIRST_DAY.plusDays(1)))));
    }

    List<Integer> answers = new ArrayList<>();
    for (Future<Response> answer : pending) {
      answers.add(answer.get().statusCode());
    }
    assertThat(answers).containsExactlyInAnyOrder(200, 409);
    assertThat(men(to)).hasSize(1);
  }

  @Test
  void only_a_run_of_the_same_programme_that_has_not_ended_will_do() {
    ManFixture man = started(RunFixture.held(1));
    RunFixture ended = RunFixture.scheduled(1);

    assertThat(transfer(man, ended, LocalDate.of(2025, 6, 1)).<String>path("type"))
        .isEqualTo("/problems/enrolment/not-transferable");
    assertThat(
            move(man.path(), "transfer", Map.of("toRunId", UUID.randomUUID().toString()))
                .<String>path("violations[0].code"))
        .isEqualTo("UNKNOWN_RUN");
  }

  @Test
  void after_completion_he_goes_on_in_another_group_where_no_minute_is_added() {
    RunFixture run = RunFixture.held(12);
    RunFixture group = RunFixture.held(14);
    ManFixture man = ManFixture.cleared(run);
    run.sessionIds()
        .forEach(session -> {
          Response taken = ProgrammeApi.register(session, register(man.line("ATTENDED", 300)));
          assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
        });
    String last = FIRST_DAY.plusDays(11).toString();
    assertThat(move(man.path(), "closure", Map.of("followUp", "LAPSED")).<String>path("type"))
        .isEqualTo("/problems/enrolment/illegal-transition");
    assertThat(
            move(man.path(), "completion", Map.of("endReviewDone", true, "completedOn", last))
                .<String>path("ending.modalityExit"))
        .isEqualTo("A");

    Response following =
        move(man.path(), "follow-on", Map.of("runId", group.id().toString(), "beganOn", last));
    Response there = take(group, 12, man.line("ATTENDED", 300));
    Response closed = move(man.path(), "closure", Map.of("followUp", "RECORDED"));

    assertThat(following.<String>path("status")).isEqualTo("FOLLOW_ON");
    assertThat(there.statusCode()).as(there.asString()).isEqualTo(200);
    assertThat(there.<Integer>path("entries[0].countableMinutes")).isZero();
    assertThat(closed.<String>path("status")).isEqualTo("CLOSED");
    assertThat(closed.<Integer>path("countableMinutes")).isEqualTo(1800);
    FollowOnBegan told =
        Wire.await(FollowOnBegan.class, e -> e.enrolmentId().equals(man.enrolmentId()));
    assertThat(told.runId()).isEqualTo(group.id());
  }

  private static ManFixture started(RunFixture run) {
    ManFixture man = ManFixture.cleared(run);
    Response taken = take(run, 0, man.line("ATTENDED", 300));
    assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
    return man;
  }

  private static RunFixture runWithPlaces(int places) {
    Map<String, Object> request = RunFixture.request(2, FIRST_DAY);
    request.put("capacity", places);
    Response answer = ProgrammeApi.post("/v1/runs", request);
    return new RunFixture(
        UUID.fromString(answer.path("id")), answer.jsonPath().getList("sessions.id"));
  }

  private static Response transfer(ManFixture man, RunFixture to, LocalDate on) {
    return move(
        man.path(),
        "transfer",
        Map.of("toRunId", to.id().toString(), "transferredOn", on.toString()));
  }

  private static List<String> men(RunFixture run) {
    return get("/v1/runs/" + run.id() + "/enrolments?limit=100").jsonPath().getList("items.id");
  }

  private static Response take(RunFixture run, int session, Map<String, Object> line) {
    return ProgrammeApi.register(run.sessionIds().get(session), register(line));
  }
}
