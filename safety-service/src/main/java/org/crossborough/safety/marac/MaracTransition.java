package org.crossborough.safety.marac;

import static org.crossborough.safety.marac.MaracStatus.CLOSED;
import static org.crossborough.safety.marac.MaracStatus.HEARD;
import static org.crossborough.safety.marac.MaracStatus.LISTED;
import static org.crossborough.safety.marac.MaracStatus.REFERRED;

import java.util.EnumSet;
import java.util.Set;

/** Every legal move of a referral to the conference. There is no other list. */
enum MaracTransition {
  /** A day of a meeting is given, or another one. */
  LIST(EnumSet.of(REFERRED, LISTED), LISTED),
  HEAR(EnumSet.of(LISTED), HEARD),
  CLOSE(EnumSet.of(REFERRED, LISTED, HEARD), CLOSED);

  private final Set<MaracStatus> from;
  private final MaracStatus to;

  MaracTransition(Set<MaracStatus> from, MaracStatus to) {
    this.from = from;
    this.to = to;
  }

  boolean leaves(MaracStatus status) {
    return from.contains(status);
  }

  MaracStatus to() {
    return to;
  }

  MaracStatus from(MaracStatus status) {
    if (!leaves(status)) {
      throw MaracProblem.ILLEGAL_TRANSITION.because(
          "A referral in %s cannot %s.".formatted(status, this));
    }
    return to;
  }
}
