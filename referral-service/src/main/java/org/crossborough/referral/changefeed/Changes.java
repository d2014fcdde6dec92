package org.crossborough.referral.changefeed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.identity.Caller;

/**
 * The changes of referrals that a transaction may see, in the order of their positions. Positions
 * are given after the commit ({@code V1040__referral_changes.sql} says how), so that nothing ever
 * appears below what was read already.
 */
@ApplicationScoped
public class Changes {

  /** Below every position. */
  public static final long BEGINNING = 0;

  private final EntityManager database;

  Changes(EntityManager database) {
    this.database = database;
  }

  /** Gives positions to what was committed since; others wait for the end of this transaction. */
  public void place() {
    var _ = database.createNativeQuery("select place_referral_changes()").getResultList();
  }

  /**
   * What follows a position, oldest first.
   *
   * @param scope narrows the index to what row-level security would leave anyway
   */
  public List<Change> after(long position, String scope, int limit) {
    TypedQuery<ReferralChange> query =
        scope.equals(Caller.EVERY_BOROUGH)
            ? database.createQuery(
                "from ReferralChange where position > :after order by position",
                ReferralChange.class)
            : database
                .createQuery(
                    """
                    from ReferralChange where boroughCode = :borough and boroughPosition > :after
                    order by boroughPosition
                    """,
                    ReferralChange.class)
                .setParameter("borough", scope);
    return query
        .setParameter("after", position)
        .setMaxResults(limit)
        .getResultStream()
        .map(ReferralChange::change)
        .toList();
  }

  /** The position of a change; empty when there is none that the transaction may see. */
  public Optional<Long> positionOf(UUID changeId) {
    return database
        .createQuery(
            "select position from ReferralChange where id = :id and position is not null",
            Long.class)
        .setParameter("id", changeId)
        .getResultStream()
        .findFirst();
  }

  /** The last position of a borough; the beginning when nothing has changed there yet. */
  public long last(String boroughCode) {
    return one(
        database
            .createQuery(
                "select max(boroughPosition) from ReferralChange where boroughCode = :borough",
                Long.class)
            .setParameter("borough", boroughCode),
        BEGINNING);
  }

  /** The position before everything that happened in a borough at an instant or later. */
  public long before(Instant instant, String boroughCode) {
    return one(
        database
            .createQuery(
                """
                select min(boroughPosition) - 1 from ReferralChange
                where boroughCode = :borough and boroughPosition is not null
                  and occurredAt >= :instant
                """,
                Long.class)
            .setParameter("borough", boroughCode)
            .setParameter("instant", instant),
        last(boroughCode));
  }

  private static long one(TypedQuery<Long> query, long otherwise) {
    // An aggregate over nothing is null, which the API does not say.
    Long found = query.getResultList().getFirst();
    return Optional.ofNullable(found).orElse(otherwise);
  }
}
