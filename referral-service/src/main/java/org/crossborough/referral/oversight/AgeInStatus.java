package org.crossborough.referral.oversight;

/** For how long referrals have stood where they are, in bands wide enough to stay few. */
enum AgeInStatus {
  UNDER_7_DAYS,
  UNDER_28_DAYS,
  UNDER_90_DAYS,
  OVER_90_DAYS
}
