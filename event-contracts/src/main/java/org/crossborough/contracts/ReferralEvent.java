package org.crossborough.contracts;

import java.time.Instant;
import java.time.LocalDate;
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

  /** The man was found suitable and every condition was met. */
  @WireType("referral.accepted.v1")
  record ReferralAccepted(UUID referralId, Instant occurredAt, UUID personId, LocalDate decidedOn)
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
}
