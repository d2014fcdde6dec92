package org.crossborough.referral.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.referral.form.Occasion;

/**
 * Which referrals are under review. Kept beside the referral, not in it, so that neither its
 * version nor anything else a borough can see changes with a review.
 */
@ApplicationScoped
public class ProgrammeReviews {

  private final EntityManager database;
  private final Clock clock;

  ProgrammeReviews(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Whether a review of the referral is open. */
  public boolean isOpen(UUID referralId) {
    String sql =
        """
        select exists (select 1 from programme_review
          where referral_id = :referral and closed_at is null
            and (review_on is null or review_on >= :today))
        """;
    return OneColumn.query(database, sql, Boolean.class)
        .setParameter("referral", referralId)
        .setParameter("today", Occasion.londonDay(clock.instant()))
        .getSingleResult();
  }

  void add(ProgrammeReview review) {
    database.persist(review);
  }

  /**
   * The review that this person opened.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 for every other, so that nobody tells a
   *     hold from a review that a colleague opened
   */
  ProgrammeReview requireOwn(UUID referralId, UUID id, String name) {
    ProgrammeReview review = database.find(ProgrammeReview.class, id);
    if (review == null || !review.isOf(referralId, name)) {
      throw ProgrammeReviewProblem.NOT_FOUND.because("You opened no review with this id.");
    }
    return review;
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
