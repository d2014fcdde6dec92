package org.crossborough.outcomes.pairing;

/** Around what the two records of a pair lie. */
public enum PairAnchor {
  /** The perpetrator programme: around its first and its last day. */
  PROGRAMME,
  /** His treatment for substance use: its start, and a review within about six months of it. */
  TREATMENT
}
