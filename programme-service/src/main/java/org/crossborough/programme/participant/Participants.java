package org.crossborough.programme.participant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** All men whose names are known here. */
@ApplicationScoped
class Participants implements PanacheRepositoryBase<Participant, UUID> {

  void put(UUID personId, ParticipantName name, Instant at) {
    if (!isErased(personId)) {
      persist(findByIdOptional(personId).orElseGet(() -> Participant.of(personId)).named(name, at));
    }
  }

  /** Forgets a man for good: a repeat of what was told of him before brings nothing back. */
  void forget(UUID personId, Instant at) {
    findByIdOptional(personId).ifPresent(this::delete);
    if (!isErased(personId)) {
      getEntityManager().persist(ParticipantErasure.of(personId, at));
    }
  }

  boolean isErased(UUID personId) {
    return getEntityManager().find(ParticipantErasure.class, personId) != null;
  }
}
