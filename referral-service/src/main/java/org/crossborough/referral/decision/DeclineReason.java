package org.crossborough.referral.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the service declines a referral. */
@Schema(
    description =
        "Code list of the move `decline`: "
            + "why the service declines. No code of another list is taken there.")
public enum DeclineReason {
  NOT_IN_AREA,
  UNDER_18,
  NOT_IN_SUBSTANCE_TREATMENT,
  NO_IPV_IDENTIFIED,
  FAMILY_VIOLENCE_ONLY,
  ONGOING_CRIMINAL_PROCEEDINGS,
  ONGOING_FAMILY_PROCEEDINGS,
  RECENT_PROGRAMME_LT_6_MONTHS,
  TOTAL_DENIAL,
  SEVERE_MENTAL_ILLNESS,
  SEXUAL_OFFENDING_SPECIALIST_NEEDED,
  RISK_TOO_HIGH_FOR_GROUP,
  AT_RISK_DETAILS_REFUSED,
  CONFIDENTIALITY_REFUSED,
  STAFF_SAFETY,
  POSSIBLE_PRIMARY_VICTIM,
  NO_CAPACITY,
  REFERRAL_INAPPROPRIATE
}
