package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.crossborough.referral.boroughstatus.BoroughStatus;
import org.junit.jupiter.api.Test;

class BoroughStatusTest {

  @Test
  void a_borough_is_told_each_status_in_its_own_word() {
    Map<ReferralStatus, BoroughStatus> told = new EnumMap<>(ReferralStatus.class);
    for (ReferralStatus status : ReferralStatus.values()) {
      told.put(status, status.forBorough());
    }

    assertThat(told)
        .isEqualTo(
            new EnumMap<>(
                Map.ofEntries(
                    Map.entry(ReferralStatus.RECEIVED, BoroughStatus.RECEIVED),
                    Map.entry(
                        ReferralStatus.RETURNED_INCOMPLETE, BoroughStatus.RETURNED_FOR_COMPLETION),
                    Map.entry(ReferralStatus.IN_TRIAGE, BoroughStatus.IN_PROGRESS),
                    Map.entry(
                        ReferralStatus.AWAITING_AT_RISK_DETAILS, BoroughStatus.AWAITING_HANDOFF),
                    Map.entry(ReferralStatus.ASSESSMENT_OFFERED, BoroughStatus.IN_ASSESSMENT),
                    Map.entry(ReferralStatus.IN_ASSESSMENT, BoroughStatus.IN_ASSESSMENT),
                    Map.entry(ReferralStatus.DEFERRED, BoroughStatus.POSTPONED),
                    Map.entry(ReferralStatus.ACCEPTED, BoroughStatus.ACCEPTED),
                    Map.entry(ReferralStatus.WAITING_LIST, BoroughStatus.WAITING),
                    Map.entry(ReferralStatus.ALLOCATED, BoroughStatus.PLACED),
                    Map.entry(ReferralStatus.DECLINED, BoroughStatus.NOT_PROCEEDING),
                    Map.entry(ReferralStatus.REDIRECTED, BoroughStatus.NOT_PROCEEDING),
                    Map.entry(ReferralStatus.WITHDRAWN, BoroughStatus.NOT_PROCEEDING),
                    Map.entry(ReferralStatus.CLOSED_NO_CONTACT, BoroughStatus.NOT_PROCEEDING),
                    Map.entry(ReferralStatus.CLOSED_NO_RESPONSE, BoroughStatus.NOT_PROCEEDING),
                    Map.entry(ReferralStatus.DUPLICATE, BoroughStatus.NOT_PROCEEDING))));
  }

  @Test
  void a_duplicate_looks_like_every_other_ending() {
    for (ReferralStatus ended : ReferralTransition.REOPEN.from()) {
      assertThat(ended.forBorough()).as(ended.name()).isEqualTo(BoroughStatus.NOT_PROCEEDING);
    }
  }
}
