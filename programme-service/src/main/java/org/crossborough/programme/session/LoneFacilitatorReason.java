package org.crossborough.programme.session;

/** Why a session is planned with one facilitator although two are the rule. */
public enum LoneFacilitatorReason {
  SECOND_FACILITATOR_ILL,
  SECOND_FACILITATOR_CALLED_AWAY,
  NO_COVER_FOUND
}
