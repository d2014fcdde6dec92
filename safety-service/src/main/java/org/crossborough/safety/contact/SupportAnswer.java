package org.crossborough.safety.contact;

/** What she said to the offer of support. */
public enum SupportAnswer {
  YES,
  NO,
  NOT_NOW,
  INFO_ONLY
}
