package org.crossborough.referral.source;

/** What obliges the man to attend, if anything does. */
public enum Mandate {
  NONE,
  /** A domestic abuse protection order with a requirement to attend. */
  DAPO,
  COURT,
  PROBATION_LICENCE,
  CHILD_PROTECTION_PLAN,
  NOT_STATED,
  NOT_ASKED
}
