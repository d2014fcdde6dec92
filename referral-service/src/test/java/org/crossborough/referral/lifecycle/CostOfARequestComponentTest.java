package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.aName;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.aReferralForm;
import static org.crossborough.referral.testing.ReferralApi.aReferralOf;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.post;
import static org.crossborough.referral.testing.ReferralApi.upkeepIsDone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.crossborough.referral.testing.Statements;
import org.crossborough.referral.testing.Statements.Seen;
import org.junit.jupiter.api.Test;

/** How often a request goes to the database. A number that rises is looked at, and then changed. */
@QuarkusTest
class CostOfARequestComponentTest {

  @Test
  void referring_a_man_costs_no_more_than_it_did() {
    ObjectNode form = aReferralForm(ISLINGTON);

    Seen seen = Statements.of(() -> created(post(ISLINGTON, "/v1/referrals", form)));

    assertThat(seen.results())
        .as(
            "the borough, the key, the screening, the referral, its history, the answer, its events")
        .containsExactly(
            "BEGIN",
            "SELECT 1",
            "INSERT 0 1",
            "SELECT 1",
            "INSERT 0 1",
            "INSERT 0 1",
            "UPDATE 1",
            "INSERT 0 1",
            "INSERT 0 1",
            "COMMIT");
    assertThat(seen.roundTrips()).isLessThanOrEqualTo(9);
  }

  @Test
  void a_list_is_one_query_whatever_is_on_it() {
    for (int i = 0; i < 3; i++) {
      var _ = aReferral(ISLINGTON);
    }

    for (String caller : new String[] {ISLINGTON, COORDINATOR}) {
      Seen seen = Statements.of(() -> as(caller).get("/v1/referrals?limit=3"));

      assertThat(seen.results())
          .as("the borough, and a row more than the page has, for " + caller)
          .containsExactly("BEGIN", "SELECT 1", "SELECT 4", "COMMIT");
    }
  }

  @Test
  void a_word_that_stands_for_several_statuses_is_one_query_more() {
    var _ = aReferral(ISLINGTON);

    Seen seen = Statements.of(() -> as(ISLINGTON).get("/v1/referrals?status=NOT_PROCEEDING"));

    assertThat(seen.results()).hasSize(5);
  }

  @Test
  void a_man_whom_another_borough_has_referred_costs_what_a_stranger_does() {
    String known = aName();
    var _ = aReferralOf(ISLINGTON, "Demo", known);
    upkeepIsDone();

    assertThat(Statements.of(() -> referInCamden(known)))
        .isEqualTo(Statements.of(() -> referInCamden(aName())));
  }

  private static String referInCamden(String familyName) {
    return aReferralOf(CAMDEN, "Demo", familyName);
  }
}
