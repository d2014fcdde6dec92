package org.crossborough.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Topic {@code referral.events}: a referral from screening to decision, keyed by its own id. */
public sealed interface ReferralEvent extends Event {

  /** A screening was recorded, referred onwards or not; keyed by the screening. */
  @WireType("screening.recorded.v1")
  record ScreeningRecorded(
      UUID screeningId,
      Instant occurredAt,
      String boroughCode,
      String instrumentCode,
      String result,
      LocalDate screenedOn)
      implements ReferralEvent {
    @Override
    public UUID key() {
      return screeningId;
    }
  }

  /** A referral was stored. Boroughs are GSS codes and may differ from each other. */
  @WireType("referral.received.v1")
  record ReferralReceived(
      UUID referralId,
      Instant occurredAt,
      UUID personId,
      UUID screeningId,
      String referringBoroughCode,
      String residenceBoroughCode,
      String commissioningBoroughCode,
      String referrerType,
      LocalDate referredOn)
      implements ReferralEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /** Triage began. */
  @WireType("referral.triaged.v1")
  record ReferralTriaged(UUID referralId, Instant occurredAt) implements ReferralEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /** A suitability assessment took place with the man present; {@code result} is its code. */
  @WireType("assessment.completed.v1")
  record AssessmentCompleted(
      UUID referralId, Instant occurredAt, UUID personId, String result, LocalDate assessedOn)
      implements ReferralEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /**
   * The man was found suitable and every condition was met.
   *
   * @param acceptanceBasis {@code RECEIPT}, or the code of the approved exception to it; null in
   *     facts recorded before it was told
   */
  @WireType("referral.accepted.v1")
  record ReferralAccepted(
      UUID referralId,
      Instant occurredAt,
      UUID personId,
      LocalDate decidedOn,
      @Nullable String acceptanceBasis)
      implements ReferralEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /** The referral ended before a place was found; {@code ending} is the state it ended in. */
  @WireType("referral.closed.v1")
  record ReferralClosed(
      UUID referralId, Instant occurredAt, String ending, String reasonCode, LocalDate decidedOn)
      implements ReferralEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /** The man was given a place on a run. */
  @WireType("referral.allocated.v1")
  record ReferralAllocated(
      UUID referralId,
      Instant occurredAt,
      UUID personId,
      UUID runId,
      String referringBoroughCode,
      @Nullable LocalDate startsOn)
      implements ReferralEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /** The referral went back to its sender because mandatory content is missing. */
  @WireType("referral.returned-incomplete.v1")
  record ReferralReturnedIncomplete(UUID referralId, Instant occurredAt) implements ReferralEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /** Boroughs or the kind of referrer were put right; replaces what was told on receipt. */
  @WireType("referral.amended.v1")
  record ReferralAmended(
      UUID referralId,
      Instant occurredAt,
      String residenceBoroughCode,
      String commissioningBoroughCode,
      String referrerType)
      implements ReferralEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /** The man is accepted and waits for a place; until he is allocated, deferred or closed. */
  @WireType("referral.waiting.v1")
  record ReferralWaiting(
      UUID referralId, Instant occurredAt, String referringBoroughCode, LocalDate waitingSince)
      implements ReferralEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /** Not now: the decision is looked at again on the review date. */
  @WireType("referral.deferred.v1")
  record ReferralDeferred(
      UUID referralId, Instant occurredAt, String reasonCode, LocalDate reviewOn)
      implements ReferralEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /**
   * His own side looks at his place again, and until then he comes no nearer to it; why, and who
   * asked for it, does not travel. Holds of the support side are told by themselves.
   *
   * @param reviewOn the last day of it in London, unless it is closed before
   */
  @WireType("programme-review.opened.v1")
  record ProgrammeReviewOpened(
      UUID referralId, Instant occurredAt, UUID reviewId, LocalDate reviewOn)
      implements ReferralEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /** A review of his own side was closed before its last day. */
  @WireType("programme-review.closed.v1")
  record ProgrammeReviewClosed(UUID referralId, Instant occurredAt, UUID reviewId)
      implements ReferralEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /**
   * How many men of each protected characteristic, all of London together; a later publication of
   * the same period and basis replaces the earlier. Exact counts: disclosure control is done by
   * whoever releases them.
   *
   * @param period a quarter of the financial year, such as {@code 2026-Q1} for April to June 2026
   * @param basis {@code RECEIVED} or {@code STARTED}
   */
  @WireType("equality.profile.v1")
  record EqualityProfilePublished(
      UUID publicationId, Instant occurredAt, String period, String basis, List<EqualityCell> cells)
      implements ReferralEvent {
    @Override
    public UUID key() {
      return publicationId;
    }
  }

  /**
   * One count of the equality profile.
   *
   * @param characteristic such as {@code ETHNICITY}
   * @param code its code, {@code NOT_STATED} and {@code NOT_ASKED} among them
   */
  record EqualityCell(String characteristic, String code, int count) {}
}
