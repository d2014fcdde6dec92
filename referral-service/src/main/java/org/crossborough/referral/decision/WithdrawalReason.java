package org.crossborough.referral.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the man or his referrer withdraws. */
@Schema(
    description =
        "Code list of the move `withdrawal`: "
            + "why he or his referrer withdraws. No code of another list is taken there.")
public enum WithdrawalReason {
  CHANGED_MIND,
  DENIES_PROBLEM,
  MOVED_AWAY,
  WORK_CONFLICT,
  LEFT_TREATMENT,
  CONSENT_WITHDRAWN,
  REFERRER_WITHDREW,
  NO_RESPONSE,
  RECONCILED_OR_SEPARATED_CITED
}
