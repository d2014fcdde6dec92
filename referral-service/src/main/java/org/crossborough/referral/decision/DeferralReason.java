package org.crossborough.referral.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a referral waits for a later assessment. */
@Schema(
    description =
        "Code list of the move `deferral`: "
            + "why he is put off. No code of another list is taken there.")
public enum DeferralReason {
  CHAOTIC_USE_STABILISE,
  DETOX_OR_REHAB,
  CUSTODY,
  HOSPITAL,
  PROCEEDINGS_PENDING,
  LANGUAGE_PROVISION,
  GROUP_DATE
}
