package org.crossborough.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Topic {@code safety.events}: everything that may ever leave the survivor side. The list is closed
 * and reviewed; nothing here says what a survivor did or said, nor that she was reached.
 */
public sealed interface SafetyEvent extends Event {

  /** At-risk details were received for a referral; the count is all that is told. */
  @WireType("at-risk.received.v1")
  record AtRiskReceived(UUID referralId, Instant occurredAt, UUID receiptId, int personCount)
      implements SafetyEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /** The man may start: released by the support side or because its window has passed. */
  @WireType("clear-to-start.v1")
  record ClearToStart(UUID referralId, Instant occurredAt) implements SafetyEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /** His programme is held; no reason ever travels. */
  @WireType("safety.hold.placed.v1")
  record SafetyHoldPlaced(UUID referralId, Instant occurredAt, UUID holdId) implements SafetyEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /** A hold was lifted. */
  @WireType("safety.hold.lifted.v1")
  record SafetyHoldLifted(UUID referralId, Instant occurredAt, UUID holdId) implements SafetyEvent {
    @Override
    public UUID key() {
      return referralId;
    }
  }

  /** Aggregate figures after disclosure control inside safety-service. */
  @WireType("safety.aggregates.v1")
  record SafetyAggregatesPublished(
      UUID publicationId, Instant occurredAt, String period, String policy, List<Cell> cells)
      implements SafetyEvent {
    @Override
    public UUID key() {
      return publicationId;
    }
  }

  /**
   * One released figure: a suppressed cell carries neither numerator nor denominator.
   *
   * @param metric the catalogue id, such as {@code M-18}
   * @param variant which definition of the metric, such as {@code TIER_4}
   */
  record Cell(
      String metric,
      String variant,
      @Nullable Integer numerator,
      @Nullable Integer denominator,
      boolean suppressed) {}
}
