package org.crossborough.referral.boroughstatus;

/**
 * How far a referral has come, for the borough that made it. Coarser than the service's own
 * statuses on purpose: it says what the borough may count on or has to do, and neither why nor by
 * whom. A review never shows, since none of these moves with one. All endings without a place are
 * one word, so that a duplicate looks like any other of them.
 */
public enum BoroughStatus {
  /** Received, and not looked at yet. */
  RECEIVED,
  /** The borough has to complete it. */
  RETURNED_FOR_COMPLETION,
  /** Being looked at. */
  IN_PROGRESS,
  /** The borough has to hand over the details of people at risk. */
  AWAITING_HANDOFF,
  /** Assessment is offered or under way. */
  IN_ASSESSMENT,
  /** Put off until a review. */
  POSTPONED,
  /** Accepted on the programme. */
  ACCEPTED,
  /** Accepted, and waiting for a place. */
  WAITING,
  /** Has a place on a run. */
  PLACED,
  /** Ended without a place. */
  NOT_PROCEEDING
}
