package org.crossborough.referral.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.contracts.SafetyEvent.AtRiskReceived;
import org.crossborough.contracts.SafetyEvent.SafetyHoldLifted;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.crossborough.referral.testing.Examples;
import org.crossborough.referral.testing.ReferralApi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsumedEventsContractComponentTest {

  @Test
  void a_run_becomes_known_from_its_example() throws Exception {
    RunScheduled run = Examples.event(RunScheduled.class);

    Wire.publish(run);

    await("select count(*) from known_run where id = ?", run.runId());
  }

  @Test
  void a_hold_opens_a_review_and_its_lifting_closes_it() throws Exception {
    SafetyHoldPlaced placed = Examples.event(SafetyHoldPlaced.class);
    SafetyHoldLifted lifted = Examples.event(SafetyHoldLifted.class);

    Wire.publish(placed);
    await("select count(*) from programme_review where id = ?", placed.holdId());
    Wire.publish(new SafetyHoldLifted(placed.referralId(), lifted.occurredAt(), placed.holdId()));

    await(
        "select count(*) from programme_review where id = ? and closed_at is not null",
        placed.holdId());
  }

  @Test
  void a_receipt_for_a_referral_that_is_not_here_is_put_aside_and_blocks_nobody() throws Exception {
    long parked = Psql.count("select count(*) from parked_event");

    Wire.publish(Examples.event(AtRiskReceived.class));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Psql.count("select count(*) from parked_event") == parked + 1);

    String id = ReferralApi.aReferral(ReferralApi.ISLINGTON);
    assertThat(ReferralApi.receiptArrives(id)).isNotNull();
  }

  private static void await(String sql, Object id) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Psql.count(sql, id) == 1);
  }
}
