package org.crossborough.referral.source;

/** Who refers. */
public enum ReferrerType {
  DRUG_SERVICE,
  ALCOHOL_SERVICE,
  GP,
  SELF,
  PROBATION,
  SOCIAL_SERVICES,
  CHILDRENS_SOCIAL_CARE,
  POLICE,
  MARAC,
  HOUSING,
  HOSPITAL,
  OTHER
}
