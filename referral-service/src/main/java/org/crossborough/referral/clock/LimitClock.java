package org.crossborough.referral.clock;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One run of one time limit on one referral.
 *
 * @param startedOn the day the limit counts from, which is not counted itself
 * @param dueOn the last day on which it is met
 * @param stoppedOn the day it was met, or on which it stopped to apply; absent while it runs
 */
public record LimitClock(
    TimeLimit limit,
    State state,
    LocalDate startedOn,
    LocalDate dueOn,
    @Nullable LocalDate stoppedOn,
    String basis) {

  /** How a limit stands. */
  @Schema(name = "ClockState")
  public enum State {
    /** It runs, and there is time left. */
    DUE,
    /** It runs, and the time is over. */
    LATE,
    MET,
    MET_LATE,
    /** It stopped to apply before it was met, as the pathway ended or went another way. */
    NOT_APPLICABLE
  }

  /** Whether something is still to be done. */
  public boolean isRunning() {
    return state == State.DUE || state == State.LATE;
  }
}
