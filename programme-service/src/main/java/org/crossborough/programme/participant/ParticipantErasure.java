package org.crossborough.programme.participant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a man was erased: a random id and a time are all that is left of him here. */
@Entity
@Table(name = "participant_erasure")
class ParticipantErasure {

  @Id private UUID personId;

  // Kept for whoever must show when it was done.
  @SuppressWarnings("UnusedVariable")
  private Instant erasedAt;

  private ParticipantErasure() {}

  static ParticipantErasure of(UUID personId, Instant at) {
    ParticipantErasure erasure = new ParticipantErasure();
    erasure.personId = personId;
    erasure.erasedAt = at;
    return erasure;
  }

  UUID personId() {
    return personId;
  }
}
