package org.crossborough.programme.enrolment;

/** Why a man left before completion. */
enum ExitReason {
  DROPPED_OUT,
  EXCLUDED_ABSENCE,
  EXCLUDED_CONDUCT,
  EXCLUDED_NEW_VIOLENCE,
  EXCLUDED_AT_RISK_DETAILS_WITHHELD,
  CUSTODY,
  MOVED_AWAY,
  TRANSFERRED,
  HEALTH,
  DIED,
  TREATMENT_ENDED,
  SERVICE_CLOSED,
  /** The neutral code for whatever is not said on this side. */
  PROGRAMME_REVIEW
}
