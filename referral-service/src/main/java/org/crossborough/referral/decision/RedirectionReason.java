package org.crossborough.referral.decision;

/** Where a man is better helped. */
public enum RedirectionReason {
  INDIVIDUAL_WORK,
  HIGH_RISK_CASE_MANAGEMENT,
  CULTURALLY_SPECIFIC_SERVICE,
  PROBATION_PROGRAMME,
  STALKING_SERVICE,
  RESPECT_PHONELINE,
  VICTIM_SERVICE
}
