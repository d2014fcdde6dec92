package org.crossborough.programme.session;

import static org.crossborough.programme.session.SessionStatus.CANCELLED;
import static org.crossborough.programme.session.SessionStatus.HELD;
import static org.crossborough.programme.session.SessionStatus.SCHEDULED;

import java.util.Set;

/** Every legal move of a session. There is no other list. */
enum SessionTransition {
  HOLD(Set.of(SCHEDULED), HELD),
  CANCEL(Set.of(SCHEDULED), CANCELLED);

  private final Set<SessionStatus> from;
  private final SessionStatus to;

  SessionTransition(Set<SessionStatus> from, SessionStatus to) {
    this.from = from;
    this.to = to;
  }

  SessionStatus to() {
    return to;
  }

  boolean leadsFrom(SessionStatus status) {
    return from.contains(status);
  }
}
