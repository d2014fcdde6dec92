package org.crossborough.programme.participant;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The names to show beside enrolments. */
@ApplicationScoped
public class ParticipantNames {

  private final Participants participants;

  ParticipantNames(Participants participants) {
    this.participants = participants;
  }

  /** The names of those persons that are known and not erased. */
  public Map<UUID, ParticipantName> of(Collection<UUID> personIds) {
    return participants.list("personId in ?1", personIds).stream()
        .collect(toMap(Participant::personId, Participant::name));
  }

  /** Whether a person was erased; nothing more may be written about him. */
  public boolean isErased(UUID personId) {
    return participants.isErased(personId);
  }
}
