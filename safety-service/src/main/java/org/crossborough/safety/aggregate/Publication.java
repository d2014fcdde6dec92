package org.crossborough.safety.aggregate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.Year;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.contracts.SafetyEvent.SafetyAggregatesPublished;

/** Takes the figures of a period, once, and tells them. */
@ApplicationScoped
class Publication {

  private final PublishedAggregates published;
  private final ContactRates rates;
  private final Outbox outbox;

  Publication(PublishedAggregates published, ContactRates rates, Outbox outbox) {
    this.published = published;
    this.rates = rates;
    this.outbox = outbox;
  }

  SafetyAggregatesPublished publish(String period, Instant at) {
    PublishedAggregate publication = PublishedAggregate.of(period, at);
    published.claim(publication);
    SafetyAggregatesPublished event = publication.with(rates.of(Year.parse(period)));
    outbox.publish(event);
    return event;
  }
}
