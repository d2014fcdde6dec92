package org.crossborough.safety.marac;

/** What makes a case one for the conference (SafeLives). */
enum MaracCriterion {
  /** 14 or more yeses on the checklist. */
  VISIBLE_HIGH_RISK,
  /** Serious concern whatever the score, said in words. */
  PROFESSIONAL_JUDGEMENT,
  /** Violence more often or worse. */
  POTENTIAL_ESCALATION,
  /** Any abuse within twelve months of the last referral of the same two people. */
  REPEAT
}
