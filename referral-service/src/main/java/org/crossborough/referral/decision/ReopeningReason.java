package org.crossborough.referral.decision;

/** Why an ended referral is taken up again. */
public enum ReopeningReason {
  ENDED_IN_ERROR,
  CIRCUMSTANCES_CHANGED,
  CONTACT_REGAINED,
  DECISION_REVIEWED
}
