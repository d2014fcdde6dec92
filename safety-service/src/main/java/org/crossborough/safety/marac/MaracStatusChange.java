package org.crossborough.safety.marac;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One move of a referral to the conference: from, to, who, when, why. */
@Entity
@Immutable
@SuppressWarnings("unused") // The columns are for queries alone.
class MaracStatusChange {

  /** Who moves it, when, and why in a code. */
  record Decision(String by, Instant at, @Nullable String reasonCode) {}

  @Id private UUID id;
  private UUID maracId;

  @Enumerated(EnumType.STRING)
  private MaracTransition transition;

  @Enumerated(EnumType.STRING)
  private MaracStatus fromStatus;

  @Enumerated(EnumType.STRING)
  private MaracStatus toStatus;

  private Instant at;
  private String madeBy;
  private @Nullable String reasonCode;

  private MaracStatusChange() {}

  static MaracStatusChange of(
      UUID maracId, MaracTransition transition, MaracStatus from, Decision decision) {
    MaracStatusChange change = new MaracStatusChange();
    change.id = Ids.next();
    change.maracId = maracId;
    change.transition = transition;
    change.fromStatus = from;
    change.toStatus = transition.to();
    change.at = decision.at();
    change.madeBy = decision.by();
    change.reasonCode = decision.reasonCode();
    return change;
  }
}
