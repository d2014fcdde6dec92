package org.crossborough.referral.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * That details of people at risk were handed over, and for how many; nothing else is known here.
 *
 * @param personCount at least 1
 */
@Embeddable
public record HandoffReceipt(
    @Column(name = "receipt_id") UUID receiptId,
    @Column(name = "receipt_person_count") int personCount) {}
