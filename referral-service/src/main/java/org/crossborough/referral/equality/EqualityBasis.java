package org.crossborough.referral.equality;

/** Which men an equality profile counts. */
public enum EqualityBasis {
  /** Those referred in the period, without duplicates. */
  RECEIVED,
  /** Those who first attended a countable session in the period. */
  STARTED
}
