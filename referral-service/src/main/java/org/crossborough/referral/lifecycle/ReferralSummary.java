package org.crossborough.referral.lifecycle;

import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.referral.decision.HandoffReceipt;
import org.crossborough.referral.enrolment.Allocation;
import org.jspecify.annotations.Nullable;

/** What a list shows of a referral: these columns are read for it, and nothing of the man. */
record ReferralSummary(
    UUID id,
    String reference,
    @ProjectedFieldName("submission.externalReference") String externalReference,
    ReferralStatus status,
    String referringBoroughCode,
    @ProjectedFieldName("person.residenceBoroughCode") String residenceBoroughCode,
    @ProjectedFieldName("submission.commissioningBoroughCode") String commissioningBoroughCode,
    @ProjectedFieldName("submission.referralDate") LocalDate referralDate,
    Instant receivedAt,
    @ProjectedFieldName("submission.screeningId") UUID screeningId,
    @Nullable HandoffReceipt receipt,
    @Nullable Allocation allocation,
    @Nullable LocalDate reviewOn,
    long version) {

  ReferralView view() {
    return new ReferralView(
        id,
        reference,
        externalReference,
        status,
        status.forBorough(),
        referringBoroughCode,
        residenceBoroughCode,
        commissioningBoroughCode,
        referralDate,
        receivedAt,
        screeningId,
        receipt,
        allocation,
        reviewOn,
        null,
        null,
        null,
        version);
  }
}
