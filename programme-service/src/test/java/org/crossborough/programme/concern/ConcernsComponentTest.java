package org.crossborough.programme.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.AttendanceConcernRaised;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConcernsComponentTest {

  private RunFixture run;
  private ManFixture man;

  @BeforeEach
  void prepare() {
    run = RunFixture.held(4);
    man = ManFixture.cleared(run);
  }

  @Test
  void the_second_unauthorised_absence_in_a_row_calls_for_a_review_once() {
    absent(0);
    assertThat(concerns()).containsExactly("ABSENT_UNAUTHORISED");

    absent(1);
    absent(2);

    assertThat(concerns())
        .containsExactly(
            "ABSENT_UNAUTHORISED", "ABSENCE_REVIEW", "ABSENT_UNAUTHORISED", "ABSENT_UNAUTHORISED");
    AttendanceConcernRaised told =
        Wire.await(AttendanceConcernRaised.class, e -> isHis(e, "ABSENCE_REVIEW"));
    assertThat(Wire.published(AttendanceConcernRaised.class))
        .filteredOn(e -> isHis(e, "ABSENCE_REVIEW"))
        .containsExactly(told);
  }

  @Test
  void a_correction_can_make_the_row() {
    absent(2);
    taken(1, "ATTENDED", 300);
    absent(0);
    assertThat(concerns()).doesNotContain("ABSENCE_REVIEW");

    absent(1);

    assertThat(concerns()).contains("ABSENCE_REVIEW");
  }

  @Test
  void conduct_is_told_by_its_code() {
    Response raised = post(man.path() + "/concerns", Map.of("sessionId", session(0)));

    assertThat(raised.statusCode()).as(raised.asString()).isEqualTo(201);
    AttendanceConcernRaised told =
        Wire.await(AttendanceConcernRaised.class, e -> isHis(e, "CONDUCT"));
    assertThat(told.sessionId()).isEqualTo(UUID.fromString(session(0)));
    assertThat(told.referralId()).isEqualTo(man.referralId());
  }

  @Test
  void a_concern_is_about_a_held_session_of_his_own() {
    RunFixture elsewhere = RunFixture.held(1);
    ManFixture waiting = ManFixture.cleared(RunFixture.scheduled(1));
    String his = get("/v1/runs/" + runOf(waiting)).path("sessions[0].id");

    assertThat(
            post(man.path() + "/concerns", Map.of("sessionId", elsewhere.sessionIds().getFirst()))
                .<String>path("type"))
        .isEqualTo("/problems/concern/session-not-his");
    assertThat(post(waiting.path() + "/concerns", Map.of("sessionId", his)).<String>path("type"))
        .isEqualTo("/problems/concern/session-not-held");
    assertThat(post(man.path() + "/concerns", Map.of("sessionId", UUID.randomUUID())).statusCode())
        .isEqualTo(404);
  }

  private String runOf(ManFixture one) {
    return get(one.path()).path("runId");
  }

  private boolean isHis(AttendanceConcernRaised event, String code) {
    return event.enrolmentId().equals(man.enrolmentId()) && event.concernCode().equals(code);
  }

  private List<String> concerns() {
    return get(man.path() + "/concerns").jsonPath().getList("items.concernCode");
  }

  private void absent(int session) {
    taken(session, "ABSENT_UNAUTHORISED", 0);
  }

  private void taken(int session, String code, int minutes) {
    Response answer =
        ProgrammeApi.register(session(session), ManFixture.register(man.line(code, minutes)));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  private String session(int session) {
    return run.sessionIds().get(session);
  }
}
