package org.crossborough.referral.decision;

/** What an assessor found. */
public enum AssessmentResult {
  SUITABLE,
  NOT_SUITABLE,
  FURTHER_APPOINTMENT,
  /** His substance use has to become stable first: to be put off, not declined. */
  DEFER_STABILISE
}
