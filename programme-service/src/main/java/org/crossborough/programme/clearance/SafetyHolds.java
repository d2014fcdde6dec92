package org.crossborough.programme.clearance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All holds. */
@ApplicationScoped
class SafetyHolds implements PanacheRepositoryBase<SafetyHold, UUID> {

  SafetyHold known(UUID holdId, UUID referralId) {
    return findByIdOptional(holdId).orElseGet(() -> SafetyHold.of(holdId, referralId));
  }

  List<SafetyHold> open(Collection<UUID> referralIds) {
    return list("referralId in ?1 and liftedAt is null", referralIds);
  }
}
