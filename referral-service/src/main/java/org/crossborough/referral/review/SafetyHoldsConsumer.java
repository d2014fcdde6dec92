package org.crossborough.referral.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.SafetyEvent.SafetyHoldLifted;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.crossborough.contracts.Topic;

/** Opens and closes reviews as the support side places and lifts holds. */
@ApplicationScoped
class SafetyHoldsConsumer implements EventsConsumer {

  private final ProgrammeReviews reviews;

  SafetyHoldsConsumer(ProgrammeReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.SAFETY_EVENTS);
  }

  @Override
  public void on(Event event) {
    switch (event) {
      case SafetyHoldPlaced hold ->
          reviews.open(hold.holdId(), hold.referralId(), hold.occurredAt());
      case SafetyHoldLifted hold ->
          reviews.close(hold.holdId(), hold.referralId(), hold.occurredAt());
      default -> {
        // Receipts are for another feature; the rest is for other services.
      }
    }
  }
}
