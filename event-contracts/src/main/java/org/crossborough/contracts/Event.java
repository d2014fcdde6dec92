package org.crossborough.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact one service tells the others: ids, codes and times, never names or free text (only {@link
 * ParticipantEvent} carries what must be shown about the man). Records are additive only: a
 * breaking change is a new record with a new version. See {@code docs/events.md}.
 */
public sealed interface Event
    permits ReferralEvent, ParticipantEvent, ProgrammeEvent, SafetyEvent, OutcomesEvent {

  /** The aggregate the fact is about; also the Kafka key, so that its facts keep their order. */
  UUID key();

  /** When it happened, by the clock of the service that says so. */
  Instant occurredAt();
}
