package org.crossborough.programme.clearance;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whether the men of some referrals may take part now. */
@ApplicationScoped
public class Clearances {

  private final StartClearances cleared;
  private final SafetyHolds holds;

  Clearances(StartClearances cleared, SafetyHolds holds) {
    this.cleared = cleared;
    this.holds = holds;
  }

  /** The clearance of each of these referrals. */
  public Map<UUID, Clearance> of(Collection<UUID> referralIds) {
    Set<UUID> clear =
        cleared.list("referralId in ?1", referralIds).stream()
            .map(StartClearance::referralId)
            .collect(toSet());
    Set<UUID> held = holds.open(referralIds).stream().map(SafetyHold::referralId).collect(toSet());
    return referralIds.stream()
        .distinct()
        .collect(toMap(identity(), id -> new Clearance(clear.contains(id), held.contains(id))));
  }
}
