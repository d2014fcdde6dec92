package org.crossborough.programme.attendance;

/** What happened at a session for one man. */
enum AttendanceCode {
  ATTENDED(Presence.COUNTABLE, false),
  PARTIAL(Presence.COUNTABLE, false),
  MAKE_UP(Presence.COUNTABLE, false),
  ABSENT_AUTHORISED(Presence.NONE, false),
  ABSENT_UNAUTHORISED(Presence.NONE, true),
  TURNED_AWAY_INTOXICATED(Presence.NONE, true),
  TURNED_AWAY_LATE(Presence.NONE, false),
  REMOVED_FROM_SESSION(Presence.UNCOUNTED, true),
  NOT_REQUIRED(Presence.NONE, false);

  /** Whether he was there, and whether it counts. */
  private enum Presence {
    NONE,
    UNCOUNTED,
    COUNTABLE
  }

  private final Presence presence;
  private final boolean concern;

  AttendanceCode(Presence presence, boolean concern) {
    this.presence = presence;
    this.concern = concern;
  }

  /** Whether he was in the room. */
  boolean isPresent() {
    return presence != Presence.NONE;
  }

  /** Whether his minutes count towards the programme. */
  boolean isCountable() {
    return presence == Presence.COUNTABLE;
  }

  /** Whether the support side must be told. */
  boolean isConcern() {
    return concern;
  }
}
