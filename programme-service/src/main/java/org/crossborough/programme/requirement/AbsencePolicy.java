package org.crossborough.programme.requirement;

import java.util.List;

/**
 * When unauthorised absences call for a review.
 *
 * @param consecutive so many in a row, sessions at which he was excused left out
 * @param total so many altogether
 */
public record AbsencePolicy(int consecutive, int total) {

  /** How one session bears on the policy. */
  public enum Mark {
    /** He came, or was turned away: a row of absences ends. */
    CAME,
    /** Absent without leave. */
    UNAUTHORISED,
    /** Excused or not expected: neither counts nor ends a row. */
    EXCUSED
  }

  /**
   * Whether the absences call for a review.
   *
   * @param marks in the order of the sessions' days
   */
  public boolean callsForReview(List<Mark> marks) {
    int row = 0;
    int all = 0;
    for (Mark mark : marks) {
      if (mark == Mark.UNAUTHORISED) {
        row++;
        all++;
        if (row >= consecutive || all >= total) {
          return true;
        }
      } else if (mark == Mark.CAME) {
        row = 0;
      }
    }
    return false;
  }
}
