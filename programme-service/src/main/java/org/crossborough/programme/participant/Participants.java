package org.crossborough.programme.participant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All men whose names are known here. */
@ApplicationScoped
class Participants implements PanacheRepositoryBase<Participant, UUID> {

  void put(UUID personId, ParticipantName name) {
    persist(findByIdOptional(personId).orElseGet(() -> Participant.of(personId)).named(name));
  }

  void forget(UUID personId) {
    findByIdOptional(personId).ifPresent(this::delete);
  }
}
