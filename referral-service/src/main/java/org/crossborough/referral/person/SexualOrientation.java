package org.crossborough.referral.person;

/** Sexual orientation as drug treatment records it; who prefers not to say has not stated it. */
public enum SexualOrientation {
  HETEROSEXUAL,
  GAY,
  BISEXUAL,
  OTHER,
  NOT_STATED,
  NOT_ASKED
}
