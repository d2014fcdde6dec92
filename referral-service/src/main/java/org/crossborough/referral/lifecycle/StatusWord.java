package org.crossborough.referral.lifecycle;

import org.crossborough.referral.boroughstatus.BoroughStatus;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which words a list is narrowed, for the description of the API: staff's, or boroughs'. */
@Schema(
    name = "StatusWord",
    type = SchemaType.STRING,
    description = "Of staff a status; of a borough one of the words in boroughStatus",
    anyOf = {ReferralStatus.class, BoroughStatus.class})
public final class StatusWord {

  private StatusWord() {}
}
