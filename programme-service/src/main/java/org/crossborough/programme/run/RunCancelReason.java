package org.crossborough.programme.run;

/** Why a run does not take place, or not to its end; a code, never a text. */
enum RunCancelReason {
  TOO_FEW_PARTICIPANTS,
  NO_FACILITATORS,
  NO_VENUE,
  FUNDING_ENDED,
  SERVICE_CLOSED,
  STAFF_SAFETY,
  SCHEDULED_IN_ERROR
}
