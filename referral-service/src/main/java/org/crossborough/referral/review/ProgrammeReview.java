package org.crossborough.referral.review;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One stop of one man's way into the programme. */
@Entity
@Table(name = "programme_review")
// Some columns are read in the database only: by its policies, constraints and reports.
@SuppressWarnings("UnusedVariable")
class ProgrammeReview {

  @Id private UUID id;
  private UUID referralId;
  private Instant openedAt;
  private @Nullable Instant closedAt;

  private ProgrammeReview() {}

  static ProgrammeReview opened(UUID id, UUID referralId, Instant at) {
    ProgrammeReview review = new ProgrammeReview();
    review.id = id;
    review.referralId = referralId;
    review.openedAt = at;
    return review;
  }

  void close(Instant at) {
    closedAt = at;
  }
}
