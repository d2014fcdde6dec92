package org.crossborough.referral.screening;

/** The coded answers of a screening. */
final class ScreeningAnswers {

  /** Whether something was disclosed. */
  enum Disclosure {
    YES,
    NO,
    DECLINED,
    NOT_ASKED
  }

  /** Who interpreted; nobody can speak freely through his own family. */
  enum Interpreter {
    NONE,
    PROFESSIONAL,
    FAMILY
  }

  /** Who screened. */
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

  /** What the screening came to. */
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
  }

  private ScreeningAnswers() {}
}
