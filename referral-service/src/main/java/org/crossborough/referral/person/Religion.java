package org.crossborough.referral.person;

/** Religion or belief as drug treatment records it. */
public enum Religion {
  BAHAI,
  BUDDHIST,
  CHRISTIAN,
  HINDU,
  JAIN,
  JEWISH,
  MUSLIM,
  PAGAN,
  SIKH,
  ZOROASTRIAN,
  OTHER,
  NO_RELIGION,
  NOT_STATED,
  NOT_ASKED
}
