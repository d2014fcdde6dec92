package org.crossborough.safety.person;

/** What was said about something; unknown is not no. */
public enum Stated {
  YES,
  NO,
  UNKNOWN
}
