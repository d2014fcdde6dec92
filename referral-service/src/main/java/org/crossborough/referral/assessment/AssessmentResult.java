package org.crossborough.referral.assessment;

/** What an assessor found. */
public enum AssessmentResult {
  SUITABLE,
  NOT_SUITABLE,
  FURTHER_APPOINTMENT
}
