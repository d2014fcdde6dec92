package org.crossborough.safety.survivorcase;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One move of a case. It is what a move returns, since nothing of it may be published. */
@Entity
@Immutable
@SuppressWarnings("unused") // Some columns are for queries alone.
class SurvivorCaseStatusChange {

  @Id private UUID id;
  private UUID caseId;

  @Enumerated(EnumType.STRING)
  private SurvivorCaseTransition transition;

  @Enumerated(EnumType.STRING)
  private SurvivorCaseStatus fromStatus;

  @Enumerated(EnumType.STRING)
  private SurvivorCaseStatus toStatus;

  private Instant at;
  private String madeBy;
  private @Nullable String reasonCode;

  private SurvivorCaseStatusChange() {}

  static SurvivorCaseStatusChange of(
      UUID caseId, SurvivorCaseTransition transition, SurvivorCaseStatus from, Decision decision) {
    SurvivorCaseStatusChange change = new SurvivorCaseStatusChange();
    change.id = Ids.next();
    change.caseId = caseId;
    change.transition = transition;
    change.fromStatus = from;
    change.toStatus = transition.to();
    change.at = decision.at();
    change.madeBy = decision.by();
    change.reasonCode = decision.reasonCode();
    return change;
  }

  SurvivorCases.Moved moved() {
    return new SurvivorCases.Moved(fromStatus.name(), toStatus.name(), at);
  }

  SurvivorCaseTransition transition() {
    return transition;
  }
}
