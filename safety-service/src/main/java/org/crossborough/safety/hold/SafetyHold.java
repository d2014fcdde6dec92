package org.crossborough.safety.hold;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.SafetyEvent.SafetyHoldLifted;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A stop on a man's programme. Why it was placed is written nowhere here. */
@Entity
@DynamicUpdate
@SuppressWarnings("unused") // Some columns are for queries alone.
class SafetyHold {

  @Id private UUID id;
  private UUID caseId;
  private UUID referralId;
  private Instant placedAt;
  private String placedBy;
  private @Nullable Instant liftedAt;
  private @Nullable String liftedBy;
  @Version private long version;

  private SafetyHold() {}

  static SafetyHold on(UUID caseId, UUID referralId, String by, Instant at) {
    SafetyHold hold = new SafetyHold();
    hold.id = Ids.next();
    hold.caseId = caseId;
    hold.referralId = referralId;
    hold.placedBy = by;
    hold.placedAt = at;
    return hold;
  }

  SafetyHoldPlaced placed() {
    return new SafetyHoldPlaced(referralId, placedAt, id);
  }

  SafetyHoldLifted lift(String by, Instant at) {
    if (liftedAt != null) {
      throw HoldProblem.ALREADY_LIFTED.because("Place a new hold if one is needed again.");
    }
    liftedAt = at;
    liftedBy = by;
    return new SafetyHoldLifted(referralId, at, id);
  }

  boolean isOf(UUID survivorCase) {
    return caseId.equals(survivorCase);
  }

  SafetyHolds.Open open() {
    return new SafetyHolds.Open(id, placedAt);
  }
}
