package org.crossborough.referral.oversight;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.move;
import static org.crossborough.referral.testing.ReferralApi.moved;
import static org.crossborough.referral.testing.ReferralApi.upkeepIsDone;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.crossborough.referral.testing.BehindTheService;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WatchingTheServiceComponentTest {

  @Test
  void referrals_are_counted_by_status_and_by_how_long_they_have_stood_there() throws Exception {
    String longAgo = "crossborough_referrals{age=\"UNDER_90_DAYS\",status=\"IN_TRIAGE\"}";
    String lately = "crossborough_referrals{age=\"UNDER_7_DAYS\",status=\"IN_TRIAGE\"}";
    double longBefore = figure(longAgo);
    double latelyBefore = figure(lately);
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));

    assertThat(figure(lately)).isEqualTo(latelyBefore + 1);

    BehindTheService.execute(
        "update referral_status_change set at = at - interval '30 days' where referral_id = '%s'"
            .formatted(id));
    assertThat(figure(lately)).isEqualTo(latelyBefore);
    assertThat(figure(longAgo)).isEqualTo(longBefore + 1);
  }

  @Test
  void what_is_overdue_is_counted_by_the_limit_that_is_past() throws Exception {
    String name = "crossborough_clocks_overdue{limit=\"ACKNOWLEDGEMENT\"}";
    double before = figure(name);
    String id = aReferral(ISLINGTON);
    upkeepIsDone();

    BehindTheService.execute(
        "update case_list_entry set next_due_on = current_date - 3 where referral_id = '%s'"
            .formatted(id));

    assertThat(figure(name)).isEqualTo(before + 1);
  }

  @Test
  void dead_subscriptions_parked_and_unsent_events_have_figures_too() {
    assertThat(figure("crossborough_webhook_subscriptions{state=\"DEAD\"}")).isNotNegative();
    assertThat(figure("crossborough_outbox_oldest_unsent_seconds")).isNotNegative();
    assertThat(figure("crossborough_inbox_parked")).isNotNegative();
  }

  private static double figure(String name) {
    String figures = given().get("/q/metrics").asString();
    return Arrays.stream(figures.split("\n"))
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among\n" + figures));
  }
}
