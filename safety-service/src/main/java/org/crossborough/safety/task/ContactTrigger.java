package org.crossborough.safety.task;

/** What calls for contact with a survivor. */
public enum ContactTrigger {
  DETAILS_RECEIVED,
  ACCEPTANCE,
  START,
  CONCERN,
  EXIT,
  COMPLETION,
  NOT_STARTED,
  REFERRAL_ENDED,
  SUSPENSION,
  RESUMPTION,
  RISK_DISCLOSURE
}
