package org.crossborough.referral.source;

/** How dangerous the man may be to those who work with him, as the referrer judges it. */
public enum RiskToStaff {
  NONE_KNOWN,
  LOW,
  MEDIUM,
  HIGH,
  NOT_STATED,
  NOT_ASKED
}
