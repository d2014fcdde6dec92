package org.crossborough.referral.decision;

/**
 * Why a man may be accepted although nobody at risk was handed over to the support service. Each
 * needs two persons.
 */
public enum NoReceiptReason {
  NO_PARTNER_OR_EX_IN_CONTACT_EVER,
  PARTNER_DECEASED,
  DETAILS_UNKNOWN_CONFIRMED,
  DETAILS_HELD_FROM_OTHER_AGENCY
}
