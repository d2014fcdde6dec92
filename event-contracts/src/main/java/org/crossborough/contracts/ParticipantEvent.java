package org.crossborough.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Topic {@code referral.participants}: the latest of what other services must show about the man,
 * keyed by person, compacted. The only topic that carries a name; programme-service and
 * safety-service alone may read it.
 */
public sealed interface ParticipantEvent extends Event {

  /** The person; random, never reused. */
  UUID personId();

  @Override
  default UUID key() {
    return personId();
  }

  /** The man's details as they now are; replaces whatever was known of him. */
  @WireType("participant.changed.v1")
  record ParticipantChanged(
      UUID personId,
      Instant occurredAt,
      UUID referralId,
      String givenName,
      String familyName,
      LocalDate dateOfBirth,
      @Nullable String phone)
      implements ParticipantEvent {}

  /** The man was erased: travels as a tombstone, without a payload. */
  @Tombstone
  @WireType("participant.erased.v1")
  record ParticipantErased(UUID personId, Instant occurredAt) implements ParticipantEvent {}
}
