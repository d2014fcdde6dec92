package org.crossborough.safety.aggregate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.contracts.SafetyEvent.Cell;
import org.crossborough.contracts.SafetyEvent.SafetyAggregatesPublished;

/** Takes the figures of a period, once, and tells them. */
@ApplicationScoped
class Publication {

  private final PublishedAggregates published;
  private final FactQueries facts;
  private final Outbox outbox;

  Publication(PublishedAggregates published, FactQueries facts, Outbox outbox) {
    this.published = published;
    this.facts = facts;
    this.outbox = outbox;
  }

  SafetyAggregatesPublished publish(FigurePeriod period, Instant at) {
    PublishedAggregate publication = PublishedAggregate.of(period, at);
    published.claim(publication, period);
    SafetyAggregatesPublished event = publication.with(cells(period));
    published.keep(event);
    outbox.publish(event);
    return event;
  }

  private List<Cell> cells(FigurePeriod period) {
    Facts counted = facts.of(period);
    List<Cell> london = Figures.london(counted);
    if (!period.isYear()) {
      return london;
    }
    List<Cell> told = ledger(period).year(london);
    List<Cell> cells = new ArrayList<>(told);
    cells.addAll(ReleaseLedger.programmes(Figures.byProgramme(counted), told));
    return List.copyOf(cells);
  }

  private ReleaseLedger ledger(FigurePeriod year) {
    return ReleaseLedger.of(
        year.quarters().stream()
            .map(published::released)
            .flatMap(Optional::stream)
            .map(SafetyAggregatesPublished::cells)
            .toList());
  }
}
