package org.crossborough.programme.attendance;

import org.crossborough.programme.session.RegisterSheet;

/** How many of a man's minutes in a session count: his share of the violence work in it. */
final class CountableMinutes {

  private CountableMinutes() {}

  /** Rounded down, so that no sum of parts ever exceeds the whole. */
  static int of(AttendanceCode code, int attendedMinutes, RegisterSheet session) {
    if (!code.isCountable() || session.actualMinutes() == 0) {
      return 0;
    }
    long share = (long) attendedMinutes * session.countableMinutes() / session.actualMinutes();
    // A session cut short may hold more countable minutes on paper than it lasted.
    return (int) Math.min(share, attendedMinutes);
  }
}
