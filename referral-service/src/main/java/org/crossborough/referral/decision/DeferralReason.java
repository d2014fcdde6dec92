package org.crossborough.referral.decision;

/** Why a referral waits for a later assessment. */
public enum DeferralReason {
  CHAOTIC_USE_STABILISE,
  DETOX_OR_REHAB,
  CUSTODY,
  HOSPITAL,
  PROCEEDINGS_PENDING,
  LANGUAGE_PROVISION,
  GROUP_DATE
}
