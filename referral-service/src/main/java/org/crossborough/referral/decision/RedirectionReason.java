package org.crossborough.referral.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a man is better helped. */
@Schema(
    description =
        "Code list of the move `redirection`: "
            + "where he is better helped. No code of another list is taken there.")
public enum RedirectionReason {
  INDIVIDUAL_WORK,
  HIGH_RISK_CASE_MANAGEMENT,
  CULTURALLY_SPECIFIC_SERVICE,
  PROBATION_PROGRAMME,
  STALKING_SERVICE,
  RESPECT_PHONELINE,
  VICTIM_SERVICE
}
