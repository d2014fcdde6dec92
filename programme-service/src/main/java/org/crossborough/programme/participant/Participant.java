package org.crossborough.programme.participant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The man's name; nothing more of him is needed to run a group. */
@Entity
@Table(name = "participant")
class Participant {

  @Id private UUID personId;
  private String givenName;
  private String familyName;

  private Participant() {}

  static Participant of(UUID personId) {
    Participant participant = new Participant();
    participant.personId = personId;
    return participant;
  }

  Participant named(ParticipantName name) {
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
