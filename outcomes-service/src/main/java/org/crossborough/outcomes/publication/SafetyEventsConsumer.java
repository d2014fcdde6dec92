package org.crossborough.outcomes.publication;

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

/** Takes over the aggregates that the support side has released, and nothing else of it. */
@ApplicationScoped
class SafetyEventsConsumer implements EventsConsumer {

  private final PublishedFigures figures;

  SafetyEventsConsumer(PublishedFigures figures) {
    this.figures = figures;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.SAFETY_EVENTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof SafetyEvent safety) {
      apply(safety);
    }
  }

  private void apply(SafetyEvent event) {
    switch (event) {
      case SafetyAggregatesPublished e -> e.cells().forEach(cell -> figures.keep(figure(e, cell)));
      case AtRiskReceived _, ClearToStart _, SafetyHoldPlaced _, SafetyHoldLifted _ -> {}
    }
  }

  private static PublishedFigure figure(SafetyAggregatesPublished event, SafetyEvent.Cell cell) {
    return new PublishedFigure(
        event.period(),
        cell.metric(),
        cell.variant(),
        event.policy(),
        cell.numerator(),
        cell.denominator(),
        cell.suppressed(),
        event.occurredAt());
  }
}
