package org.crossborough.programme.attendance;

import org.crossborough.programme.session.RegisterSheet;
import org.crossborough.programme.session.RegisterSheet.Part;

/**
 * How many of a man's minutes in a session count: those he was there for violence work. Where the
 * session's parts and his times are known, they are the minutes of the countable parts that he was
 * there for; otherwise his share of the countable minutes, rounded down, so that no sum of parts
 * ever exceeds the whole.
 */
final class CountableMinutes {

  private CountableMinutes() {}

  static int of(Register.Entry entry, RegisterSheet session) {
    int attended = entry.minutes(session);
    if (!entry.code().isCountable() || session.actualMinutes() == 0) {
      return 0;
    }
    long counted =
        entry.hasTimes() && !session.parts().isEmpty()
            ? overlap(entry, session)
            : (long) attended * session.countableMinutes() / session.actualMinutes();
    // A session cut short may hold more countable minutes on paper than it lasted.
    return (int) Math.min(counted, attended);
  }

  private static long overlap(Register.Entry entry, RegisterSheet session) {
    int from = entry.from(session);
    int until = Math.min(entry.until(session), session.actualMinutes());
    long counted = 0;
    int begin = 0;
    for (Part part : session.parts()) {
      int end = begin + part.minutes();
      if (part.countable()) {
        counted += Math.max(0, Math.min(until, end) - Math.max(from, begin));
      }
      begin = end;
    }
    return counted;
  }
}
