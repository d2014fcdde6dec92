package org.crossborough.safety.aggregate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The periods whose figures are out. */
@ApplicationScoped
class PublishedAggregates implements PanacheRepositoryBase<PublishedAggregate, String> {

  PublishedAggregates() {}

  /** Claims a period, once. */
  void claim(PublishedAggregate published) {
    if (findByIdOptional(published.period()).isPresent()) {
      throw AggregatesProblem.ALREADY_PUBLISHED.because("Use the figures that were published.");
    }
    // Two at the same moment: the later one fails on the key, and finds the period taken next time.
    persistAndFlush(published);
  }
}
