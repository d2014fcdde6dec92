package org.crossborough.programme.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ReferralEvent.ReferralAllocated;
import org.crossborough.contracts.Topic;
import org.crossborough.programme.enrolment.MoveEnrolment;

/** Turns an allocation into an enrolment; every other fact about a referral is left alone. */
@ApplicationScoped
class ReferralEventsConsumer implements EventsConsumer {

  private final MoveEnrolment move;

  ReferralEventsConsumer(MoveEnrolment move) {
    this.move = move;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REFERRAL_EVENTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof ReferralAllocated allocated) {
      move.plan(allocated);
    }
  }
}
