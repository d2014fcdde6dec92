package org.crossborough.referral.form;

/** The answer to a question that can be answered, declined, or not have been put. */
public enum Answer {
  YES,
  NO,
  NOT_STATED,
  NOT_ASKED
}
