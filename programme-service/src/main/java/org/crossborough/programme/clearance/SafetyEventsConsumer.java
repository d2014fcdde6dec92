package org.crossborough.programme.clearance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.SafetyEvent;
import org.crossborough.contracts.SafetyEvent.AtRiskReceived;
import org.crossborough.contracts.SafetyEvent.ClearToStart;
import org.crossborough.contracts.SafetyEvent.SafetyAggregatesPublished;
import org.crossborough.contracts.SafetyEvent.SafetyHoldLifted;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.crossborough.contracts.Topic;

/** Takes clearances and holds, and nothing else of what the support side publishes. */
@ApplicationScoped
class SafetyEventsConsumer implements EventsConsumer {

  private final StartClearances cleared;
  private final SafetyHolds holds;

  SafetyEventsConsumer(StartClearances cleared, SafetyHolds holds) {
    this.cleared = cleared;
    this.holds = holds;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.SAFETY_EVENTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof SafetyEvent told) {
      apply(told);
    }
  }

  private void apply(SafetyEvent event) {
    switch (event) {
      case ClearToStart clear -> cleared.give(clear.referralId(), clear.occurredAt());
      case SafetyHoldPlaced placed ->
          holds.persist(
              holds.known(placed.holdId(), placed.referralId()).placed(placed.occurredAt()));
      case SafetyHoldLifted lifted ->
          holds.persist(
              holds.known(lifted.holdId(), lifted.referralId()).lifted(lifted.occurredAt()));
      case AtRiskReceived _, SafetyAggregatesPublished _ -> {
        // Not for this service.
      }
    }
  }
}
