package org.crossborough.programme.participant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The man's name; nothing more of him is needed to run a group. */
@Entity
@Table(name = "participant")
class Participant {

  @Id private UUID personId;
  private String givenName;
  private String familyName;
  private @Nullable Instant toldAt;

  private Participant() {}

  static Participant of(UUID personId) {
    Participant participant = new Participant();
    participant.personId = personId;
    return participant;
  }

  /** Takes a name over unless a later one is known: repeats may arrive behind newer facts. */
  Participant named(ParticipantName name, Instant at) {
    if (toldAt != null && at.isBefore(toldAt)) {
      return this;
    }
    toldAt = at;
    givenName = name.givenName();
    familyName = name.familyName();
    return this;
  }

  UUID personId() {
    return personId;
  }

  ParticipantName name() {
    return new ParticipantName(givenName, familyName);
  }
}
