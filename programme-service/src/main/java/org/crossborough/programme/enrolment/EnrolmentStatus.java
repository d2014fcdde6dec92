package org.crossborough.programme.enrolment;

/** Where an enrolment stands. A hold is not a status but a fact beside it. */
enum EnrolmentStatus {
  /** He has a place and has not attended yet. */
  PLANNED,
  /** The run went on without him. */
  NOT_STARTED,
  /** His first countable attendance is recorded. */
  ACTIVE,
  /** Paused, with a date to look again. */
  SUSPENDED,
  /** The programme is done. */
  COMPLETED,
  /** He left or was removed; his hours are kept. */
  EXITED,
  /** In the group that follows the programme. */
  FOLLOW_ON,
  /** Everything is done. */
  CLOSED
}
