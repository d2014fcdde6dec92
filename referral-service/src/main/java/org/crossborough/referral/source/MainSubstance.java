package org.crossborough.referral.source;

/** The substance a man is in treatment for. */
public enum MainSubstance {
  ALCOHOL,
  OPIATES,
  CRACK,
  COCAINE,
  AMPHETAMINES,
  CANNABIS,
  OTHER
}
