package org.crossborough.safety.aggregate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.SafetyEvent.Cell;
import org.crossborough.contracts.SafetyEvent.SafetyAggregatesPublished;
import org.hibernate.annotations.Immutable;

/** That the figures of a period were published; they are not published again. */
@Entity
@Immutable
class PublishedAggregate {

  @Id private String period;
  private UUID id;
  private Instant publishedAt;

  private PublishedAggregate() {}

  static PublishedAggregate of(FigurePeriod period, Instant at) {
    PublishedAggregate published = new PublishedAggregate();
    published.id = Ids.next();
    published.period = period.toString();
    published.publishedAt = at;
    return published;
  }

  SafetyAggregatesPublished with(List<Cell> cells) {
    return new SafetyAggregatesPublished(id, publishedAt, period, LowCountPolicy.CODE, cells);
  }

  UUID id() {
    return id;
  }

  String period() {
    return period;
  }
}
