package org.crossborough.referral.lifecycle;

import java.util.EnumSet;
import java.util.Set;

/** Where a referral stands. */
enum ReferralStatus {
  RECEIVED,
  RETURNED_INCOMPLETE,
  IN_TRIAGE,
  AWAITING_AT_RISK_DETAILS,
  ASSESSMENT_OFFERED,
  IN_ASSESSMENT,
  DEFERRED,
  ACCEPTED,
  WAITING_LIST,
  ALLOCATED,
  DECLINED,
  REDIRECTED,
  WITHDRAWN,
  CLOSED_NO_CONTACT,
  CLOSED_NO_RESPONSE,
  DUPLICATE;

  private static final Set<ReferralStatus> TERMINAL =
      EnumSet.of(
          ALLOCATED,
          DECLINED,
          REDIRECTED,
          WITHDRAWN,
          CLOSED_NO_CONTACT,
          CLOSED_NO_RESPONSE,
          DUPLICATE);

  /** Whether the referral has come to its end here, reopening aside. */
  boolean isTerminal() {
    return TERMINAL.contains(this);
  }
}
