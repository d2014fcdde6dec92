package org.crossborough.programme.clearance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stop without a reason: a hold, or a review that his own side opened. Placing and lifting may
 * become known in either order.
 */
@Entity
@Table(name = "safety_hold")
class SafetyHold {

  @Id private UUID id;

  @Column(updatable = false)
  private UUID referralId;

  // Queries read the times, this class only keeps them.
  @SuppressWarnings("UnusedVariable")
  private @Nullable Instant placedAt;

  @SuppressWarnings("UnusedVariable")
  private @Nullable Instant liftedAt;

  @SuppressWarnings("UnusedVariable")
  private @Nullable LocalDate endsOn;

  private SafetyHold() {}

  static SafetyHold of(UUID id, UUID referralId) {
    SafetyHold hold = new SafetyHold();
    hold.id = id;
    hold.referralId = referralId;
    return hold;
  }

  SafetyHold placed(Instant at) {
    placedAt = at;
    return this;
  }

  /** Ends it by itself after this day in London. */
  SafetyHold until(LocalDate day) {
    endsOn = day;
    return this;
  }

  SafetyHold lifted(Instant at) {
    liftedAt = at;
    return this;
  }

  UUID referralId() {
    return referralId;
  }
}
