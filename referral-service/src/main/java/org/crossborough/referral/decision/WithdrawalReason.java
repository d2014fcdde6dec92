package org.crossborough.referral.decision;

/** Why the man or his referrer withdraws. */
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
