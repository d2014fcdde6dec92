package org.crossborough.referral.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.query.OneColumn;

/**
 * Which referrals are under review. Kept beside the referral, not in it, so that neither its
 * version nor anything else a borough can see changes with a review.
 */
@ApplicationScoped
public class ProgrammeReviews {

  private final EntityManager database;

  ProgrammeReviews(EntityManager database) {
    this.database = database;
  }

  /** Whether a review of the referral is open. */
  public boolean isOpen(UUID referralId) {
    String sql =
        """
        select exists (select 1 from programme_review
          where referral_id = :referral and closed_at is null)
        """;
    return OneColumn.query(database, sql, Boolean.class)
        .setParameter("referral", referralId)
        .getSingleResult();
  }

  void open(UUID id, UUID referralId, Instant at) {
    ProgrammeReview review = database.find(ProgrammeReview.class, id);
    if (review == null) {
      database.persist(ProgrammeReview.opened(id, referralId, at));
    }
  }

  void close(UUID id, UUID referralId, Instant at) {
    ProgrammeReview review = database.find(ProgrammeReview.class, id);
    if (review == null) {
      review = ProgrammeReview.opened(id, referralId, at);
      database.persist(review);
    }
    review.close(at);
  }
}
