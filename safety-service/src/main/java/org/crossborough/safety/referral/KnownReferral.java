package org.crossborough.safety.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.contracts.SafetyEvent.ClearToStart;
import org.jspecify.annotations.Nullable;

/** A man's referral, from what other services told; any of it may be missing still. */
@Entity
@SuppressWarnings("unused") // Some columns are for queries alone.
class KnownReferral {

  @Id private UUID id;
  private @Nullable UUID personId;
  private @Nullable String referringBoroughCode;
  private @Nullable Instant acceptedAt;
  private @Nullable Instant endedAt;
  private @Nullable Instant clearedAt;
  private @Nullable LocalDate startedOn;
  @Version private long version;

  private KnownReferral() {}

  static KnownReferral of(UUID id) {
    KnownReferral referral = new KnownReferral();
    referral.id = id;
    return referral;
  }

  void received(UUID person, String boroughCode) {
    personId = person;
    referringBoroughCode = boroughCode;
  }

  void accepted(Instant at) {
    acceptedAt = at;
  }

  void ended(Instant at) {
    endedAt = at;
  }

  void started(LocalDate on) {
    if (startedOn == null || on.isBefore(startedOn)) {
      startedOn = on;
    }
  }

  ClearToStart clear(Instant at) {
    clearedAt = at;
    return new ClearToStart(id, at);
  }

  boolean isCleared() {
    return clearedAt != null;
  }

  @Nullable UUID personId() {
    return personId;
  }

  @Nullable String referringBoroughCode() {
    return referringBoroughCode;
  }
}
