package org.crossborough.referral.handoff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.SafetyEvent.AtRiskReceived;
import org.crossborough.contracts.Topic;
import org.crossborough.referral.decision.HandoffReceipt;
import org.crossborough.referral.lifecycle.MoveReferral;

/** Puts the receipt of a hand-off on the referral it was for; a later one replaces it. */
@ApplicationScoped
class SafetyReceiptsConsumer implements EventsConsumer {

  private final MoveReferral referrals;

  SafetyReceiptsConsumer(MoveReferral referrals) {
    this.referrals = referrals;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.SAFETY_EVENTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof AtRiskReceived received) {
      // Receipts exist for referrals that were published from here: of an unknown one, the refusal
      // has the event put aside.
      referrals
          .open(received.referralId())
          .acknowledge(new HandoffReceipt(received.receiptId(), received.personCount()));
    }
  }
}
