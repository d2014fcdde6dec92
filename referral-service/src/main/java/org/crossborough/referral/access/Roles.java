package org.crossborough.referral.access;

/** The realm roles that this service knows. */
public final class Roles {

  /** A borough's or treatment service's own system. */
  public static final String BOROUGH_SYSTEM = "borough-system";

  /** A keyworker in treatment. */
  public static final String DRUG_ALCOHOL_WORKER = "drug-alcohol-worker";

  /** Who takes a referral from receipt to a place. */
  public static final String COORDINATOR = "referral-coordinator";

  /** Who assesses suitability. */
  public static final String ASSESSOR = "assessor";

  /** Who runs the programme. */
  public static final String PROGRAMME_MANAGER = "programme-manager";

  /** Who computes and releases figures. */
  public static final String OUTCOMES_ANALYST = "outcomes-analyst";

  /** Who answers requests about personal data and decides on its destruction. */
  public static final String DATA_PROTECTION_OFFICER = "data-protection-officer";

  /** Who checks that the others did as they should. */
  public static final String AUDITOR = "auditor";

  private Roles() {}
}
