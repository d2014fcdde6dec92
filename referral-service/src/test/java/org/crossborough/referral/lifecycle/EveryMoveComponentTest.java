package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.aReferralSentTwice;
import static org.crossborough.referral.testing.ReferralApi.aRun;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.get;
import static org.crossborough.referral.testing.ReferralApi.move;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.referral.testing.BehindTheService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of moves as callers meet it: each status with each move, over HTTP. */
@QuarkusTest
class EveryMoveComponentTest {

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      // The first is no move of an existing referral; the others are moved with what is missing.
      names = {"RECEIVE", "RETURN_INCOMPLETE", "COMPLETE"})
  void a_move_is_made_where_the_table_allows_it_and_refused_elsewhere(ReferralTransition transition)
      throws Exception {
    MoveRequest request = MoveRequest.of(transition);
    String run = transition == ReferralTransition.ALLOCATE ? aKnownRun().toString() : "";
    String id = aReferralSentTwice(ISLINGTON);
    missTwoAppointments(id);

    for (ReferralStatus status : ReferralStatus.values()) {
      put(id, status);
      Response answer = move(request.caller(), id, request.path(), request.body().formatted(run));
      if (transition.isLegalFrom(status)) {
        assertThat(answer.statusCode()).as(status + ": " + answer.asString()).isEqualTo(200);
        assertThat(get(COORDINATOR, id).jsonPath().getString("status"))
            .isEqualTo(transition.to().name());
      } else {
        assertRefused(answer, 409, "referral/illegal-transition");
      }
    }
  }

  /** In a status, with every policy kept. */
  private static void put(String id, ReferralStatus status) throws Exception {
    BehindTheService.setReferral(
        id,
        """
        status = '%s', receipt_id = id, receipt_person_count = 1, assessments = 0, round = 1,
        assessment_result = 'SUITABLE', agreement_version = '1', agreement_signed_on = '2026-01-01',
        accepted_on = '2026-01-13', waiting_since = '2026-01-14', review_on = '2026-02-14',
        allocated_run_id = id, ended_at = now()
        """
            .formatted(status));
    // Numbered anew with every status.
    BehindTheService.execute("delete from assessment where referral_id = '%s'".formatted(id));
  }

  private static void missTwoAppointments(String id) throws Exception {
    BehindTheService.execute(
        """
        insert into assessment_appointment (id, version, referral_id, borough_code, round,
          starts_at, minutes, place, format, status, assessor, offered_on, recorded_at, recorded_by,
          closed_at, closed_by)
        select gen_random_uuid(), 1, '%s', 'E09000019', 1, now(), 60, 'Demo room', 'IN_PERSON',
          'NOT_ATTENDED', 'demo-assessor', current_date, now(), 'demo', now(), 'demo'
        from generate_series(1, 2)
        """
            .formatted(id));
  }

  private static UUID aKnownRun() {
    RunScheduled run = aRun();
    Wire.publish(run);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Psql.count("select count(*) from known_run where id = ?", run.runId()) == 1);
    return run.runId();
  }
}
