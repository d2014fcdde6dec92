package org.crossborough.outcomes.equality;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ReferralEvent.EqualityProfilePublished;
import org.crossborough.contracts.Topic;

/** Takes over the equality profiles that referral-service counts. */
@ApplicationScoped
class EqualityEventsConsumer implements EventsConsumer {

  private final EqualityCounts counts;

  EqualityEventsConsumer(EqualityCounts counts) {
    this.counts = counts;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REFERRAL_EVENTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof EqualityProfilePublished profile) {
      counts.keep(profile);
    }
  }
}
