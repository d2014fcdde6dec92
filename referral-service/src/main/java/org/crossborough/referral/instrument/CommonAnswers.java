package org.crossborough.referral.instrument;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The codes of the answers that every screening can carry, whatever its instrument. */
public final class CommonAnswers {

  /** Whether something was disclosed. */
  public enum Disclosure {
    YES,
    NO,
    DECLINED,
    NOT_ASKED
  }

  /** Whether there was a partner or ex-partner in the 12 months before the screening. */
  public enum RelationshipStatus {
    CURRENT_PARTNER,
    EX_PARTNER_IN_CONTACT,
    EX_PARTNER_NO_CONTACT,
    NONE_IN_12_MONTHS
  }

  /** Whether alcohol or drugs were used to control a partner or children. */
  public enum InstrumentalUse {
    YES,
    NO,
    UNKNOWN
  }

  /** How long before the screening the last incident was; a band, never a description. */
  public enum LastIncident {
    LT_1_WEEK,
    LT_1_MONTH,
    LT_3_MONTHS,
    LT_12_MONTHS,
    GT_12_MONTHS,
    UNKNOWN
  }

  /** How far he acknowledges what he did. */
  @Schema(name = "ScreenedAcknowledgement")
  public enum Acknowledgement {
    FULL,
    PARTIAL,
    DENIES
  }

  private CommonAnswers() {}
}
