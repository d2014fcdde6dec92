package org.crossborough.programme.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.crossborough.programme.driver.ManFixture.register;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.move;
import static org.crossborough.programme.driver.RunFixture.FIRST_DAY;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentResumed;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentSuspended;
import org.crossborough.contracts.SafetyEvent.SafetyHoldLifted;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SuspensionComponentTest {

  private static final Instant TOLD = Instant.parse("2025-02-01T09:00:00Z");

  private RunFixture run;
  private ManFixture man;

  @BeforeEach
  void prepare() {
    run = RunFixture.held(3);
    man = started();
  }

  @Test
  void a_suspended_man_comes_into_no_later_session_until_he_is_back() {
    Response suspended = suspend("ILLNESS", 1, 20);
    Response during = take(2, man.line("ATTENDED", 300));
    Response away = take(2, man.line("ABSENT_AUTHORISED", 0));
    Response resumed = move(man.path(), "resumption", Map.of());
    Response afterwards = take(2, man.line("ATTENDED", 300));

    assertThat(suspended.statusCode()).as(suspended.asString()).isEqualTo(200);
    assertThat(suspended.<String>path("status")).isEqualTo("SUSPENDED");
    assertThat(suspended.<String>path("suspension.reasonCode")).isEqualTo("ILLNESS");
    assertThat(suspended.<Boolean>path("suspension.reviewOverdue")).isTrue();
    assertThat(during.<String>path("violations[0].code")).isEqualTo("SUSPENDED");
    assertThat(away.statusCode()).as(away.asString()).isEqualTo(200);
    assertThat(resumed.<String>path("status")).isEqualTo("ACTIVE");
    assertThat(resumed.jsonPath().getMap("")).doesNotContainKey("suspension");
    assertThat(afterwards.statusCode()).as(afterwards.asString()).isEqualTo(200);
    EnrolmentResumed told =
        Wire.await(EnrolmentResumed.class, e -> e.enrolmentId().equals(man.enrolmentId()));
    assertThat(told.runId()).isEqualTo(run.id());
  }

  @Test
  void a_register_of_before_the_suspension_may_still_come_in() {
    assertThat(suspend("DETOX", 2, 20).statusCode()).isEqualTo(200);

    Response late = take(1, man.line("ATTENDED", 300));

    assertThat(late.statusCode()).as(late.asString()).isEqualTo(200);
  }

  @Test
  void a_reason_that_came_from_elsewhere_is_nowhere_but_a_review() throws Exception {
    Response suspended = suspend("SAFETY_HOLD", 1, 20);

    assertThat(suspended.<String>path("suspension.reasonCode")).isEqualTo("PROGRAMME_REVIEW");
    EnrolmentSuspended told =
        Wire.await(EnrolmentSuspended.class, e -> e.enrolmentId().equals(man.enrolmentId()));
    assertThat(told.reasonCode()).isEqualTo("PROGRAMME_REVIEW");
    for (String table : new String[] {"enrolment", "enrolment_status_change"}) {
      assertThat(
              Psql.count(
                  "select count(*) from %s t where t::text like '%%SAFETY_HOLD%%'"
                      .formatted(table)))
          .isZero();
    }
  }

  @Test
  void a_held_man_is_not_brought_back() {
    assertThat(suspend("ABSENCE_REVIEW", 1, 20).statusCode()).isEqualTo(200);
    UUID hold = UUID.randomUUID();
    Wire.publish(new SafetyHoldPlaced(man.referralId(), TOLD, hold));
    man.awaitThat("review", "PROGRAMME_REVIEW");

    Response refused = move(man.path(), "resumption", Map.of());
    Wire.publish(new SafetyHoldLifted(man.referralId(), TOLD, hold));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get(man.path()).<String>path("review") == null);
    Response resumed = move(man.path(), "resumption", Map.of());

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("type")).isEqualTo("/problems/enrolment/programme-review");
    assertThat(resumed.statusCode()).as(resumed.asString()).isEqualTo(200);
  }

  @Test
  void it_is_looked_at_again_within_four_weeks() {
    assertThat(suspend("ILLNESS", 1, 30).<String>path("violations[0].code")).isEqualTo("TOO_LATE");
    assertThat(suspend("ILLNESS", 1, 1).<String>path("violations[0].code"))
        .isEqualTo("NOT_AFTER_START");
    assertThat(suspend("ILLNESS", 1, 29).statusCode()).isEqualTo(200);
  }

  @Test
  void an_overdue_review_is_in_the_list_until_somebody_acts() {
    assertThat(suspend("ILLNESS", 1, 20).statusCode()).isEqualTo(200);
    String due = "/v1/enrolments/reviews-due?limit=100";

    assertThat(as(MANAGER).get(due).jsonPath().getList("items.id"))
        .contains(man.enrolmentId().toString());
    assertThat(
            as(MANAGER).get(due + "&by=" + FIRST_DAY.plusDays(19)).jsonPath().getList("items.id"))
        .doesNotContain(man.enrolmentId().toString());
    assertThat(move(man.path(), "exit", Map.of("reasonCode", "HEALTH")).statusCode())
        .isEqualTo(200);
    assertThat(as(MANAGER).get(due).jsonPath().getList("items.id"))
        .doesNotContain(man.enrolmentId().toString());
  }

  private Response suspend(String reason, int from, int review) {
    return move(
        man.path(),
        "suspension",
        Map.of(
            "reasonCode",
            reason,
            "suspendedOn",
            FIRST_DAY.plusDays(from).toString(),
            "reviewOn",
            FIRST_DAY.plusDays(review).toString()));
  }

  private ManFixture started() {
    ManFixture one = ManFixture.cleared(run);
    assertThat(take(0, one.line("ATTENDED", 300)).statusCode()).isEqualTo(200);
    return one;
  }

  private Response take(int session, Map<String, Object> line) {
    return ProgrammeApi.register(run.sessionIds().get(session), register(line));
  }
}
