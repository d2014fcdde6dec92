package org.crossborough.referral.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a place, in the order of acceptance and then of reference. The order is computed
 * from what is on the referral, so that it needs no keeping and closes up by itself.
 */
@ApplicationScoped
class WaitingList {

  // Numbered over all who wait, a few hundred at most, and cut down to a page after that.
  private static final String PAGE =
      """
      select id, reference, referring_borough_code, position, accepted_on, waiting_since,
        review_on, review_on < :today as review_overdue
      from (
        select w.*, row_number() over (order by accepted_on, reference) as position
        from referral w where status = 'WAITING_LIST') as waiting
      where (cast(:borough as text) is null or referring_borough_code = :borough)
        and (:fromStart or (accepted_on, reference) > (
          select last.accepted_on, last.reference from referral last where last.id = :after))
      order by position
      limit :rows
      """;

  private final EntityManager database;

  WaitingList(EntityManager database) {
    this.database = database;
  }

  /**
   * A page's rows.
   *
   * @param borough only those it referred; null for all
   * @param after whom the page before ended with, whether he still waits or not; null to begin
   */
  List<WaitingEntry> page(
      @Nullable String borough, @Nullable UUID after, LocalDate today, int limit) {
    return database
        .unwrap(Session.class)
        .createNativeQuery(PAGE, Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("reference", String.class)
        .addScalar("referring_borough_code", String.class)
        .addScalar("position", Long.class)
        .addScalar("accepted_on", LocalDate.class)
        .addScalar("waiting_since", LocalDate.class)
        .addScalar("review_on", LocalDate.class)
        .addScalar("review_overdue", Boolean.class)
        .setParameter("today", today)
        .setParameter("borough", borough, String.class)
        .setParameter("fromStart", after == null)
        .setParameter("after", after, UUID.class)
        .setParameter("rows", Page.rows(limit))
        .getResultStream()
        .map(WaitingList::entry)
        .toList();
  }

  private static WaitingEntry entry(Object[] row) {
    return new WaitingEntry(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        (Long) row[3],
        (LocalDate) row[4],
        (LocalDate) row[5],
        (LocalDate) row[6],
        (Boolean) row[7]);
  }

  void add(WaitingReview review) {
    database.persist(review);
  }

  List<WaitingReview> reviewsNewestFirst(UUID referralId, UUID before, int limit) {
    return database
        .createQuery(
            """
            select r from WaitingReview r
            where r.referralId = :referral and r.id < :before order by r.id desc
            """,
            WaitingReview.class)
        .setParameter("referral", referralId)
        .setParameter("before", before)
        .setMaxResults(Page.rows(limit))
        .getResultList();
  }
}
