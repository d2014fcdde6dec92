package org.crossborough.programme.run;

import java.util.Collection;
import org.crossborough.programme.session.SessionStatus;

/**
 * Where a run stands; follows from its sessions, so that the two can never disagree, unless it was
 * cancelled as a whole.
 */
enum RunStatus {
  /** No session was held yet. */
  PLANNED,
  /** Some sessions were held and others are to come. */
  RUNNING,
  /** At least one session was held and none is to come. */
  FINISHED,
  /** It was cancelled, though some sessions may have been held before. */
  CANCELLED;

  /** Where a run stands that was cancelled as a whole or not. */
  static RunStatus of(boolean cancelled, Collection<SessionStatus> sessions) {
    return cancelled ? CANCELLED : of(sessions);
  }

  static RunStatus of(Collection<SessionStatus> sessions) {
    boolean toCome = sessions.contains(SessionStatus.SCHEDULED);
    if (sessions.contains(SessionStatus.HELD)) {
      return toCome ? RUNNING : FINISHED;
    }
    return toCome || sessions.isEmpty() ? PLANNED : CANCELLED;
  }
}
