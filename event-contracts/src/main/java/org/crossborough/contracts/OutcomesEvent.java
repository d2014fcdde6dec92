package org.crossborough.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Topic {@code outcomes.events}: outcome records received, keyed by record. */
public sealed interface OutcomesEvent extends Event {

  /** A Treatment Outcomes Profile was accepted; its answers stay in outcomes-service. */
  @WireType("top.recorded.v1")
  record TopRecorded(
      UUID topRecordId, Instant occurredAt, UUID referralId, String stage, LocalDate interviewedOn)
      implements OutcomesEvent {
    @Override
    public UUID key() {
      return topRecordId;
    }
  }
}
