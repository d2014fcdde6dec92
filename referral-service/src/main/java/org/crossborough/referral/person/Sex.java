package org.crossborough.referral.person;

/** Sex as treatment systems record it. */
public enum Sex {
  M,
  F,
  NOT_STATED,
  NOT_ASKED
}
