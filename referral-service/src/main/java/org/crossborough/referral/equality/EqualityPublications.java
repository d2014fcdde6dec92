package org.crossborough.referral.equality;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.contracts.ReferralEvent.EqualityCell;
import org.crossborough.contracts.ReferralEvent.EqualityProfilePublished;
import org.crossborough.referral.form.Occasion;
import org.hibernate.Session;

/** What was published of the equality profile, and publishing it. */
@ApplicationScoped
class EqualityPublications implements PanacheRepositoryBase<EqualityPublication, UUID> {

  // Any number will do as long as nobody else in this database uses it.
  private static final long PUBLISHING = 0x0E0A_117F_0F11L;

  private final Session session;
  private final EqualityProfile profile;
  private final Outbox outbox;

  EqualityPublications(Session session, EqualityProfile profile, Outbox outbox) {
    this.session = session;
    this.profile = profile;
    this.outbox = outbox;
  }

  /**
   * Publishes a quarter unless the latest publication says the same; a quarter without anybody is
   * published only to take something back. Of several processes one at a time is let in, and the
   * next sees what the one before it has committed.
   */
  @Transactional
  Optional<EqualityProfilePublished> publishIfChanged(
      FinancialQuarter quarter, EqualityBasis basis, Occasion occasion) {
    OneColumn.query(session, "select 1 from pg_advisory_xact_lock(:lock)", Integer.class)
        .setParameter("lock", PUBLISHING)
        .getSingleResult();
    List<EqualityCell> cells = profile.of(basis, quarter.from(), quarter.to(), null).cells();
    List<EqualityCell> before =
        latest(quarter, basis).map(EqualityPublication::cells).orElse(List.of());
    if (cells.equals(before)) {
      return Optional.empty();
    }
    EqualityPublication publication = EqualityPublication.of(quarter, basis, cells, occasion);
    persist(publication);
    EqualityProfilePublished event = publication.told();
    outbox.publish(event);
    return Optional.of(event);
  }

  /** What stands of a quarter and basis. */
  Optional<EqualityPublication> latest(FinancialQuarter quarter, EqualityBasis basis) {
    return find("period = ?1 and basis = ?2 order by id desc", quarter.name(), basis)
        .range(0, 0)
        .firstResultOptional();
  }

  /** A page's rows, newest first. */
  List<EqualityPublication> newestFirst(UUID before, int limit) {
    return find("id < ?1 order by id desc", before).range(0, Page.rows(limit) - 1).list();
  }
}
