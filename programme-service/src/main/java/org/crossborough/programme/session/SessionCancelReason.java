package org.crossborough.programme.session;

/** Why a session does not take place; a code, since a text might say something about somebody. */
public enum SessionCancelReason {
  FACILITATOR_UNAVAILABLE,
  VENUE_UNAVAILABLE,
  TOO_FEW_PARTICIPANTS,
  STAFF_SAFETY,
  WEATHER_OR_TRANSPORT,
  /** The run it belongs to was cancelled. */
  RUN_CANCELLED,
  OTHER
}
