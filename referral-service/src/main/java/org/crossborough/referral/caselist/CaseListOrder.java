package org.crossborough.referral.caselist;

/** What comes first in a case list. */
enum CaseListOrder {
  /** The referral received last. */
  NEWEST,
  /** What is due earliest; referrals on which nothing is due are left out. */
  MOST_URGENT
}
