package org.crossborough.safety.marac;

/** Where a referral to the conference stands. */
enum MaracStatus {
  REFERRED,
  LISTED,
  HEARD,
  CLOSED
}
