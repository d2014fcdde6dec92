package org.crossborough.referral.review;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.form.Occasion;
import org.jspecify.annotations.Nullable;

/**
 * One stop of one man's way into the programme: by a hold of the support side, or opened by his own
 * side, which has a last day.
 */
@Entity
@Table(name = "programme_review")
// Some columns are read in the database only: by its policies, constraints and reports.
@SuppressWarnings("UnusedVariable")
class ProgrammeReview {

  @Id private UUID id;
  private UUID referralId;
  private Instant openedAt;
  private @Nullable Instant closedAt;
  private @Nullable LocalDate reviewOn;
  private @Nullable String openedBy;

  private ProgrammeReview() {}

  static ProgrammeReview opened(UUID id, UUID referralId, Instant at) {
    ProgrammeReview review = new ProgrammeReview();
    review.id = id;
    review.referralId = referralId;
    review.openedAt = at;
    return review;
  }

  static ProgrammeReview of(UUID referralId, LocalDate reviewOn, Occasion occasion) {
    ProgrammeReview review = opened(Ids.next(), referralId, occasion.at());
    review.reviewOn = reviewOn;
    review.openedBy = occasion.by();
    return review;
  }

  void close(Instant at) {
    closedAt = at;
  }

  /** Whether it is of this referral, and this person opened it. */
  boolean isOf(UUID referral, String name) {
    return referralId.equals(referral) && name.equals(openedBy);
  }

  /** Whether it has been closed, or its last day has passed. */
  boolean isOver(LocalDate today) {
    return closedAt != null || (reviewOn != null && reviewOn.isBefore(today));
  }

  UUID id() {
    return id;
  }

  ProgrammeReviewView view() {
    return new ProgrammeReviewView(id, referralId, openedAt, reviewOn, closedAt);
  }
}
