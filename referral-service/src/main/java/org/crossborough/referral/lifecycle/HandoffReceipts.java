package org.crossborough.referral.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Where receipts for at-risk details are put on their referrals. */
@ApplicationScoped
public class HandoffReceipts {

  /** That details were handed over, and for how many people; nothing else is known here. */
  @Embeddable
  public record Receipt(
      @Column(name = "receipt_id") UUID receiptId,
      @Column(name = "receipt_person_count") int personCount) {}

  private final Referrals referrals;

  HandoffReceipts(Referrals referrals) {
    this.referrals = referrals;
  }

  /** Puts a receipt on its referral; a later one replaces it. */
  public void record(UUID referralId, Receipt receipt) {
    Referral referral = referrals.findById(referralId, LockModeType.PESSIMISTIC_WRITE);
    if (referral == null) {
      // Receipts exist for referrals that were published from here; the event is put aside.
      throw new IllegalStateException("No referral for the receipt");
    }
    referral.acknowledge(receipt);
  }
}
