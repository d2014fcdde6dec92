package org.crossborough.platform.driver;

import org.jspecify.annotations.Nullable;

/**
 * A referral as its borough and the staff see it.
 *
 * @param status in the words of staff; absent for a borough
 */
public record Referral(
    String id,
    String reference,
    String externalReference,
    @Nullable String status,
    String referringBoroughCode,
    @Nullable Receipt atRiskHandoff,
    @Nullable Allocation allocation) {

  /** The only trace of the people at risk on this side. */
  public record Receipt(String receiptId, int personCount) {}

  /** The place he was given. */
  public record Allocation(String runId) {}

  /** Whether the survivor side has said that it holds the details. */
  public boolean hasReceipt() {
    return atRiskHandoff != null;
  }
}
