package org.crossborough.safety.aggregate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.crossborough.contracts.SafetyEvent.Cell;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One figure as it left. */
@Entity
@Immutable
@SuppressWarnings("unused") // Some columns are for queries alone.
class PublishedCell {

  /** Where in which release. */
  @Embeddable
  record Place(UUID publicationId, int position) {}

  @EmbeddedId private Place place;
  private String metric;
  private String variant;
  private @Nullable Integer numerator;
  private @Nullable Integer denominator;
  private boolean suppressed;

  private PublishedCell() {}

  static PublishedCell of(UUID publicationId, int position, Cell cell) {
    PublishedCell published = new PublishedCell();
    published.place = new Place(publicationId, position);
    published.metric = cell.metric();
    published.variant = cell.variant();
    published.numerator = cell.numerator();
    published.denominator = cell.denominator();
    published.suppressed = cell.suppressed();
    return published;
  }

  Cell cell() {
    return new Cell(metric, variant, numerator, denominator, suppressed);
  }
}
