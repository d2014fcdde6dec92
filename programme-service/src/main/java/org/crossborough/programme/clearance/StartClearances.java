package org.crossborough.programme.clearance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** All clearances to start. */
@ApplicationScoped
class StartClearances implements PanacheRepositoryBase<StartClearance, UUID> {

  void give(UUID referralId, Instant at) {
    if (findByIdOptional(referralId).isEmpty()) {
      persist(StartClearance.of(referralId, at));
    }
  }
}
