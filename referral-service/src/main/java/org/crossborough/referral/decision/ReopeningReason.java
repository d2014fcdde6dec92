package org.crossborough.referral.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an ended referral is taken up again. */
@Schema(
    description =
        "Code list of the move `reopening`: "
            + "why an ended referral is taken up again. No code of another list is taken there.")
public enum ReopeningReason {
  ENDED_IN_ERROR,
  CIRCUMSTANCES_CHANGED,
  CONTACT_REGAINED,
  DECISION_REVIEWED
}
