package org.crossborough.programme.session;

/** Where a session stands. */
public enum SessionStatus {
  /** In the timetable. */
  SCHEDULED,
  /** It took place; its register may be taken. */
  HELD,
  /** It will not take place. */
  CANCELLED
}
