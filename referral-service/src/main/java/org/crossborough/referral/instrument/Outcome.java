package org.crossborough.referral.instrument;

/** What an instrument's rules make of the answers. */
public enum Outcome {
  POSITIVE,
  NEGATIVE,
  /** Questions were left open that the outcome depends on. */
  INCOMPLETE
}
