package org.crossborough.referral.source;

/** Who refers: the sources that drug treatment records, and those of this programme. */
public enum ReferrerType {
  /** A drug service, where the sender does not say of which kind. */
  DRUG_SERVICE,
  DRUG_SERVICE_STATUTORY,
  DRUG_SERVICE_NON_STATUTORY,
  ALCOHOL_SERVICE,
  GP,
  SELF,
  ARREST_REFERRAL,
  PROBATION,
  PRISON,
  EMERGENCY_DEPARTMENT,
  HOSPITAL,
  PSYCHIATRY,
  PSYCHOLOGICAL_SERVICES,
  SOCIAL_SERVICES,
  CHILDRENS_SOCIAL_CARE,
  FAMILY_COURT,
  POLICE,
  MARAC,
  HOUSING,
  COURT_REQUIREMENT,
  RESPECT_PHONELINE,
  RELATIVE,
  CONCERNED_OTHER,
  OTHER;

  /**
   * Whether the man himself or somebody close to him refers. Somebody close may be at risk from
   * him, so that neither name nor contact is ever taken.
   */
  boolean isPrivate() {
    return this == SELF || this == RELATIVE || this == CONCERNED_OTHER;
  }
}
