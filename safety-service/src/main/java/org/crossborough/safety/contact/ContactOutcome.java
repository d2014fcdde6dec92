package org.crossborough.safety.contact;

import java.util.EnumSet;
import java.util.Set;

/** What came of an attempt. */
public enum ContactOutcome {
  SPOKE_TO_SURVIVOR,
  NO_ANSWER,
  VOICEMAIL_LEFT,
  VOICEMAIL_NOT_LEFT,
  SMS_SENT,
  MESSAGE_REPLIED,
  WRONG_NUMBER,
  NUMBER_UNOBTAINABLE,
  ANSWERED_BY_OTHER,
  ANSWERED_BY_PERPETRATOR,
  UNSAFE_CALL_ENDED,
  LETTER_RETURNED,
  THIRD_PARTY_PASSED_ON;

  private static final Set<ContactOutcome> TWO_WAY = EnumSet.of(SPOKE_TO_SURVIVOR, MESSAGE_REPLIED);
  private static final Set<ContactOutcome> EXPOSING =
      EnumSet.of(ANSWERED_BY_OTHER, ANSWERED_BY_PERPETRATOR);

  /** Whether she herself was reached and answered. */
  public boolean isTwoWay() {
    return TWO_WAY.contains(this);
  }

  /** Whether somebody else was found to answer there. */
  public boolean exposesPoint() {
    return EXPOSING.contains(this);
  }
}
