package org.crossborough.programme.clearance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All holds. */
@ApplicationScoped
class SafetyHolds implements PanacheRepositoryBase<SafetyHold, UUID> {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Clock clock;

  SafetyHolds(Clock clock) {
    this.clock = clock;
  }

  SafetyHold known(UUID holdId, UUID referralId) {
    return findByIdOptional(holdId).orElseGet(() -> SafetyHold.of(holdId, referralId));
  }

  List<SafetyHold> open(Collection<UUID> referralIds) {
    return list(
        "referralId in ?1 and liftedAt is null and (endsOn is null or endsOn >= ?2)",
        referralIds,
        LocalDate.ofInstant(clock.instant(), LONDON));
  }
}
