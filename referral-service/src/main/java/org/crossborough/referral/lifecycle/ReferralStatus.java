package org.crossborough.referral.lifecycle;

import java.util.EnumSet;
import java.util.Set;
import org.crossborough.referral.boroughstatus.BoroughStatus;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a referral stands. */
public enum ReferralStatus {
  RECEIVED,
  RETURNED_INCOMPLETE,
  IN_TRIAGE,
  AWAITING_AT_RISK_DETAILS,
  ASSESSMENT_OFFERED,
  IN_ASSESSMENT,
  DEFERRED,
  ACCEPTED,
  WAITING_LIST,
  ALLOCATED,
  DECLINED,
  REDIRECTED,
  WITHDRAWN,
  CLOSED_NO_CONTACT,
  CLOSED_NO_RESPONSE,
  DUPLICATE;

  private static final Set<ReferralStatus> TERMINAL =
      EnumSet.of(
          ALLOCATED,
          DECLINED,
          REDIRECTED,
          WITHDRAWN,
          CLOSED_NO_CONTACT,
          CLOSED_NO_RESPONSE,
          DUPLICATE);

  /** Those in which something is still to be done. */
  public static Set<ReferralStatus> open() {
    return EnumSet.complementOf(EnumSet.copyOf(TERMINAL));
  }

  /** Whether the referral has come to its end here, reopening aside. */
  boolean isTerminal() {
    return TERMINAL.contains(this);
  }

  /**
   * What a caller means who filters by a word: staff one status, a borough all that its word
   * covers. Empty when the word is none of theirs.
   */
  public static Set<ReferralStatus> meantBy(String word, boolean borough) {
    Set<ReferralStatus> meant = EnumSet.noneOf(ReferralStatus.class);
    for (ReferralStatus status : values()) {
      if ((borough ? status.forBorough().name() : status.name()).equals(word)) {
        meant.add(status);
      }
    }
    return meant;
  }

  /**
   * The borough's word for it. Without a default: a new status does not compile until it has one.
   */
  public BoroughStatus forBorough() {
    return switch (this) {
      case RECEIVED -> BoroughStatus.RECEIVED;
      case RETURNED_INCOMPLETE -> BoroughStatus.RETURNED_FOR_COMPLETION;
      case IN_TRIAGE -> BoroughStatus.IN_PROGRESS;
      case AWAITING_AT_RISK_DETAILS -> BoroughStatus.AWAITING_HANDOFF;
      case ASSESSMENT_OFFERED, IN_ASSESSMENT -> BoroughStatus.IN_ASSESSMENT;
      case DEFERRED -> BoroughStatus.POSTPONED;
      case ACCEPTED -> BoroughStatus.ACCEPTED;
      case WAITING_LIST -> BoroughStatus.WAITING;
      case ALLOCATED -> BoroughStatus.PLACED;
      case DECLINED, REDIRECTED, WITHDRAWN, CLOSED_NO_CONTACT, CLOSED_NO_RESPONSE, DUPLICATE ->
          BoroughStatus.NOT_PROCEEDING;
    };
  }

  /** By which words a list is narrowed, for the description of the API: staff's, or boroughs'. */
  @Schema(
      name = "StatusWord",
      type = SchemaType.STRING,
      description = "Of staff a status; of a borough one of the words in boroughStatus",
      anyOf = {ReferralStatus.class, BoroughStatus.class})
  public static final class Word {

    private Word() {}
  }
}
