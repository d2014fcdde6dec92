package org.crossborough.safety.participant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The men whose names are known. */
@ApplicationScoped
public class Participants implements PanacheRepositoryBase<Participant, UUID> {

  Participants() {}

  /** The name of a man; empty while it has not arrived, and after he was erased. */
  public Optional<ParticipantName> nameOf(UUID personId) {
    return findByIdOptional(personId).map(Participant::name);
  }
}
