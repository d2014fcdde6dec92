package org.crossborough.referral.screening;

import org.crossborough.referral.instrument.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The coded answers of a screening. */
final class ScreeningAnswers {

  /** Who interpreted; nobody can speak freely through his own family. */
  @Schema(name = "InterpreterUsed")
  enum Interpreter {
    NONE,
    PROFESSIONAL,
    FAMILY
  }

  /** Who screened. */
  @Schema(name = "ScreenedByRole")
  enum ScreenedBy {
    DRUG_ALCOHOL_WORKER,
    PROGRAMME_WORKER,
    SOCIAL_WORKER,
    OTHER
  }

  /** What was done at once about a risk. */
  enum SafeguardingAction {
    POLICE_999,
    MARAC_REFERRAL,
    CHILDREN_SERVICES,
    ADULT_SAFEGUARDING,
    MANAGER_CONSULTED,
    NONE_REQUIRED
  }

  /** What he uses; the substances of the Treatment Outcomes Profile, items 1a to 1h. */
  @Schema(name = "CurrentSubstance")
  enum Substance {
    ALCOHOL,
    OPIATES,
    CRACK,
    COCAINE,
    AMPHETAMINES,
    CANNABIS,
    OTHER,
    TOBACCO
  }

  /** What the screening came to. */
  @Schema(name = "ScreeningResult")
  enum Result {
    POSITIVE_REFER,
    POSITIVE_CLIENT_DECLINED,
    POSITIVE_NOT_ELIGIBLE,
    NEGATIVE,
    INCOMPLETE,
    POSSIBLE_VICTIM;

    boolean isPositive() {
      return name().startsWith("POSITIVE_");
    }

    /**
     * Whether it can stand beside what the instrument's rules came to. That a man may be harmed
     * himself is for the screener to see, whatever he answered.
     */
    boolean agreesWith(Outcome outcome) {
      return this == POSSIBLE_VICTIM
          || switch (outcome) {
            case POSITIVE -> isPositive();
            case NEGATIVE -> this == NEGATIVE;
            case INCOMPLETE -> this == INCOMPLETE;
          };
    }

    /** Whether it can be given although required questions were left open. */
    boolean mayLeaveOpen() {
      return this == INCOMPLETE || this == POSSIBLE_VICTIM;
    }
  }

  private ScreeningAnswers() {}
}
