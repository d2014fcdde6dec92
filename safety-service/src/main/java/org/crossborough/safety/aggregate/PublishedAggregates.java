package org.crossborough.safety.aggregate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.contracts.SafetyEvent.Cell;
import org.crossborough.contracts.SafetyEvent.SafetyAggregatesPublished;

/** The periods whose figures are out, and the figures. */
@ApplicationScoped
class PublishedAggregates implements PanacheRepositoryBase<PublishedAggregate, String> {

  PublishedAggregates() {}

  /** Claims a period, once; a quarter only while its year is not out. */
  void claim(PublishedAggregate published, FigurePeriod period) {
    // A year and its quarters must not pass each other: what may be told depends on what was.
    var _ =
        getEntityManager()
            .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?1, 1)) is null")
            .setParameter(1, period.whole().toString())
            .getSingleResult();
    if (findByIdOptional(published.period()).isPresent()) {
      throw AggregatesProblem.ALREADY_PUBLISHED.because("Use the figures that were published.");
    }
    if (!period.isYear() && findByIdOptional(period.whole().toString()).isPresent()) {
      throw AggregatesProblem.YEAR_PUBLISHED.because(
          "A quarter beside its year could be taken from it to find a hidden one.");
    }
    persistAndFlush(published);
  }

  /** Writes down what is released. */
  void keep(SafetyAggregatesPublished released) {
    List<Cell> cells = released.cells();
    for (int i = 0; i < cells.size(); i++) {
      getEntityManager().persist(PublishedCell.of(released.publicationId(), i, cells.get(i)));
    }
  }

  /** What was released of a period, as it was. */
  Optional<SafetyAggregatesPublished> released(FigurePeriod period) {
    return findByIdOptional(period.toString()).map(found -> found.with(cells(found.id())));
  }

  private List<Cell> cells(UUID publicationId) {
    return getEntityManager()
        .createQuery(
            "from PublishedCell where place.publicationId = ?1 order by place.position",
            PublishedCell.class)
        .setParameter(1, publicationId)
        .getResultStream()
        .map(PublishedCell::cell)
        .toList();
  }
}
