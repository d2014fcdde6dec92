package org.crossborough.safety.hold;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.contracts.SafetyEvent.SafetyHoldLifted;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;

/** The stops on men's programmes; each placing and lifting is told to the other side. */
@ApplicationScoped
public class SafetyHolds implements PanacheRepositoryBase<SafetyHold, UUID> {

  /** A hold that stands. */
  public record Open(UUID id, Instant placedAt) {}

  private final Outbox outbox;

  SafetyHolds(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Places a hold for a case on the programme of the man it is about. */
  public SafetyHoldPlaced place(UUID caseId, UUID referralId, String by, Instant at) {
    SafetyHold hold = SafetyHold.on(caseId, referralId, by, at);
    persist(hold);
    SafetyHoldPlaced placed = hold.placed();
    outbox.publish(placed);
    return placed;
  }

  /** Lifts a hold that was placed for this case. */
  public SafetyHoldLifted lift(UUID caseId, UUID holdId, String by, Instant at) {
    SafetyHold hold =
        findByIdOptional(holdId)
            .filter(found -> found.isOf(caseId))
            .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
    SafetyHoldLifted lifted = hold.lift(by, at);
    outbox.publish(lifted);
    return lifted;
  }

  /** The holds that stand for a case. */
  public List<Open> openOf(UUID caseId) {
    return list("caseId = ?1 and liftedAt is null order by id", caseId).stream()
        .map(SafetyHold::open)
        .toList();
  }

  boolean anyOpen(UUID referralId) {
    return count("referralId = ?1 and liftedAt is null", referralId) > 0;
  }
}
