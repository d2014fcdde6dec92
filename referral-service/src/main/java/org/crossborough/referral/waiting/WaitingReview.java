package org.crossborough.referral.waiting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.ReferralCase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a man who waits was looked at again, and when he will be next; it never changes. */
@Entity
@Table(name = "waiting_review")
// Some columns are read in the database only: by its policies, constraints and reports.
@SuppressWarnings("UnusedVariable")
class WaitingReview {

  @Id private UUID id;
  private UUID referralId;
  private String boroughCode;
  private LocalDate reviewedOn;
  private LocalDate nextReviewOn;
  private Instant recordedAt;
  private String recordedBy;

  private WaitingReview() {}

  static WaitingReview of(
      ReferralCase referral, LocalDate reviewedOn, LocalDate nextReviewOn, Occasion occasion) {
    WaitingReview review = new WaitingReview();
    review.id = Ids.next();
    review.referralId = referral.id();
    review.boroughCode = referral.referringBoroughCode();
    review.reviewedOn = reviewedOn;
    review.nextReviewOn = nextReviewOn;
    review.recordedAt = occasion.at();
    review.recordedBy = occasion.by();
    return review;
  }

  UUID id() {
    return id;
  }

  WaitingReviewView view() {
    return new WaitingReviewView(id, reviewedOn, nextReviewOn, recordedAt, recordedBy);
  }

  /** A review as it is shown. */
  record WaitingReviewView(
      UUID id,
      LocalDate reviewedOn,
      LocalDate nextReviewOn,
      Instant recordedAt,
      String recordedBy) {

    static final String LISTED_EXAMPLE =
        """
        {"items":[{"id":"0197f3a0-1c00-7000-8000-000000000071","reviewedOn":"2026-02-10",
         "nextReviewOn":"2026-03-10","recordedAt":"2026-02-10T09:00:00Z",
         "recordedBy":"demo-referral-coordinator"}]}
        """;

    /** A page of reviews, for the description of the API. */
    @Schema(name = "WaitingReviewPage")
    record Listed(List<WaitingReviewView> items, @Nullable String next) {}
  }
}
