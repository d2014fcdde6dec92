package org.crossborough.programme.capacity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ReferralEvent;
import org.crossborough.contracts.ReferralEvent.ReferralAllocated;
import org.crossborough.contracts.ReferralEvent.ReferralClosed;
import org.crossborough.contracts.ReferralEvent.ReferralDeferred;
import org.crossborough.contracts.ReferralEvent.ReferralWaiting;
import org.crossborough.contracts.Topic;

/** Keeps the waiting list: one fact brings a man onto it, three take him off. */
@ApplicationScoped
class ReferralEventsConsumer implements EventsConsumer {

  private final WaitingReferrals waiting;

  ReferralEventsConsumer(WaitingReferrals waiting) {
    this.waiting = waiting;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REFERRAL_EVENTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof ReferralEvent about) {
      apply(about);
    }
  }

  private void apply(ReferralEvent event) {
    switch (event) {
      case ReferralWaiting fact -> waiting.joins(fact);
      case ReferralAllocated fact -> waiting.leaves(fact.referralId(), fact.occurredAt());
      case ReferralDeferred fact -> waiting.leaves(fact.referralId(), fact.occurredAt());
      case ReferralClosed fact -> waiting.leaves(fact.referralId(), fact.occurredAt());
      default -> {
        // Nothing else concerns the waiting list.
      }
    }
  }
}
