package org.crossborough.safety.contact;

import java.util.EnumSet;
import java.util.Set;

/** What a contact was about. */
public enum ContactContent {
  PROGRAMME_INFO,
  SAFETY_PLANNING,
  RISK_ASSESSMENT,
  EMOTIONAL_SUPPORT,
  ATTENDANCE_UPDATE,
  REFERRAL_ON,
  MARAC,
  CHILDREN,
  LEGAL_HOUSING,
  EXIT_INFO;

  private static final Set<ContactContent> SUPPORTIVE =
      EnumSet.of(
          SAFETY_PLANNING,
          EMOTIONAL_SUPPORT,
          RISK_ASSESSMENT,
          REFERRAL_ON,
          MARAC,
          CHILDREN,
          LEGAL_HOUSING);

  /** Whether it helps her, beyond telling her about the programme. */
  boolean isSupportive() {
    return SUPPORTIVE.contains(this);
  }
}
