package org.crossborough.safety.request;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.SealedField;
import org.crossborough.safety.vault.Secret;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One request of hers about her own record, decided once. */
@Entity
@DynamicUpdate
@SuppressWarnings("unused") // Some columns are for queries alone.
class SurvivorRequest {

  /** What she can ask for. */
  enum Kind {
    COPY,
    CORRECTION,
    DELETION,
    WHO_HAS_READ
  }

  /** What was decided. */
  enum Decision {
    GRANTED,
    REFUSED
  }

  @Id private UUID id;
  private UUID caseId;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private LocalDate receivedOn;
  private Instant recordedAt;
  private String recordedBy;
  private byte @Nullable [] wording;

  @Enumerated(EnumType.STRING)
  private @Nullable Decision decision;

  private @Nullable Instant decidedAt;
  private @Nullable String decidedBy;
  private @Nullable String reasonCode;

  @Version private long version;

  private SurvivorRequest() {}

  static SurvivorRequest record(
      UUID caseId, Kind kind, LocalDate receivedOn, String by, Instant at) {
    SurvivorRequest request = new SurvivorRequest();
    request.id = Ids.next();
    request.caseId = caseId;
    request.kind = kind;
    request.receivedOn = receivedOn;
    request.recordedAt = at;
    request.recordedBy = by;
    return request;
  }

  /** Keeps, sealed, what she said. */
  void word(Secret said, PersonalKey key) {
    wording = key.seal(field(), said);
  }

  void decide(Decision decided, String reason, String by, Instant at) {
    if (decision != null) {
      throw SurvivorRequestProblem.ALREADY_DECIDED.because("A request is decided once.");
    }
    decision = decided;
    decidedAt = at;
    decidedBy = by;
    reasonCode = reason;
  }

  boolean isGrantedDeletion() {
    return kind == Kind.DELETION && decision == Decision.GRANTED;
  }

  UUID id() {
    return id;
  }

  UUID caseId() {
    return caseId;
  }

  long version() {
    return version;
  }

  @Nullable Secret wording(PersonalKey key) {
    return wording == null ? null : key.open(field(), wording);
  }

  SurvivorRequestView view() {
    return new SurvivorRequestView(
        id, kind, receivedOn, recordedAt, decision, decidedAt, reasonCode, version);
  }

  private SealedField field() {
    return new SealedField("request/" + id + "/wording", 1);
  }
}
