package org.crossborough.programme.attendance;

import java.util.Optional;
import org.crossborough.programme.concern.ConcernCode;
import org.crossborough.programme.template.AbsencePolicy.Mark;
import org.jspecify.annotations.Nullable;

/** What happened at a session for one man. */
enum AttendanceCode {
  ATTENDED(Presence.COUNTABLE, Mark.CAME, null),
  /** There for less than the configured share of the session. */
  PARTIAL(Presence.COUNTABLE, Mark.CAME, null),
  /** There to make up for a session that he missed, which the line names. */
  MAKE_UP(Presence.COUNTABLE, Mark.CAME, null),
  ABSENT_AUTHORISED(Presence.NONE, Mark.EXCUSED, null),
  ABSENT_UNAUTHORISED(Presence.NONE, Mark.UNAUTHORISED, ConcernCode.ABSENT_UNAUTHORISED),
  TURNED_AWAY_INTOXICATED(Presence.NONE, Mark.CAME, ConcernCode.TURNED_AWAY_INTOXICATED),
  TURNED_AWAY_LATE(Presence.NONE, Mark.CAME, null),
  REMOVED_FROM_SESSION(Presence.UNCOUNTED, Mark.CAME, ConcernCode.REMOVED_FROM_SESSION),
  NOT_REQUIRED(Presence.NONE, Mark.EXCUSED, null);

  /** Whether he was there, and whether it counts. */
  private enum Presence {
    NONE,
    UNCOUNTED,
    COUNTABLE
  }

  private final Presence presence;
  private final Mark mark;
  private final @Nullable ConcernCode concern;

  AttendanceCode(Presence presence, Mark mark, @Nullable ConcernCode concern) {
    this.presence = presence;
    this.mark = mark;
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

  /** How it bears on the absence policy. */
  Mark mark() {
    return mark;
  }

  /** What the support side must be told, if anything. */
  Optional<ConcernCode> concern() {
    return Optional.ofNullable(concern);
  }
}
