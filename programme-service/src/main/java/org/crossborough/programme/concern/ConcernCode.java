package org.crossborough.programme.concern;

/** What a concern is about; the only thing of it that is told. */
public enum ConcernCode {
  ABSENT_UNAUTHORISED,
  TURNED_AWAY_INTOXICATED,
  REMOVED_FROM_SESSION,
  /** Recorded by hand: how he behaved. */
  CONDUCT,
  /** His unauthorised absences have become too many. */
  ABSENCE_REVIEW
}
