package org.crossborough.safety.participant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.crossborough.contracts.ParticipantEvent.ParticipantChanged;
import org.hibernate.annotations.DynamicUpdate;

/** The man as support workers must see him: his name and no more. */
@Entity
@DynamicUpdate
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

  void learn(ParticipantChanged told) {
    givenName = told.givenName();
    familyName = told.familyName();
  }

  ParticipantName name() {
    return new ParticipantName(givenName, familyName);
  }
}
