package org.crossborough.programme.template;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When a man's unauthorised absences call for a review; see docs/programmes.md for where the
 * defaults come from.
 *
 * @param consecutiveUnauthorised so many in a row, sessions at which he was excused left out; 1 to
 *     10
 * @param totalUnauthorised so many in all, 1 to 50
 */
@Schema(name = "AbsencePolicy")
public record AbsencePolicy(
    @Min(1) @Max(10) int consecutiveUnauthorised, @Min(1) @Max(50) int totalUnauthorised) {

  /** What holds where a programme says nothing else. */
  public static final AbsencePolicy USUAL = new AbsencePolicy(2, 3);

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
        if (row >= consecutiveUnauthorised || all >= totalUnauthorised) {
          return true;
        }
      } else if (mark == Mark.CAME) {
        row = 0;
      }
    }
    return false;
  }
}
