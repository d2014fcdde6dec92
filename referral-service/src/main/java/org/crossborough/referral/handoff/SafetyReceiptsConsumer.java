package org.crossborough.referral.handoff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.SafetyEvent.AtRiskReceived;
import org.crossborough.contracts.Topic;
import org.crossborough.referral.lifecycle.HandoffReceipts;

/** Puts the receipt of a hand-off on the referral it was for. */
@ApplicationScoped
class SafetyReceiptsConsumer implements EventsConsumer {

  private final HandoffReceipts receipts;

  SafetyReceiptsConsumer(HandoffReceipts receipts) {
    this.receipts = receipts;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.SAFETY_EVENTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof AtRiskReceived received) {
      receipts.record(
          received.referralId(),
          new HandoffReceipts.Receipt(received.receiptId(), received.personCount()));
    }
  }
}
